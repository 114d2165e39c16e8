import type { Rounding } from '../rounding.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { optimisers } from '../table/optimisers.ts'

export function optimiserKernels(r: Rounding): KernelsOf<typeof optimisers> {
  return {
    sgd(w, g, learningRate, length) {
      const lr = r(learningRate)
      for (let i = 0; i < length; i++) w[i] = r(w[i] - r(lr * g[i]))
    },

    heavyBall(w, v, g, learningRate, momentum, length) {
      const lr = r(learningRate)
      const mu = r(momentum)
      for (let i = 0; i < length; i++) {
        const vi = r(r(mu * v[i]) + g[i])
        v[i] = vi
        w[i] = r(w[i] - r(lr * vi))
      }
    },

    nesterov(w, v, g, learningRate, momentum, length) {
      const lr = r(learningRate)
      const mu = r(momentum)
      for (let i = 0; i < length; i++) {
        const vi = r(r(mu * v[i]) + g[i])
        v[i] = vi
        w[i] = r(w[i] - r(lr * r(g[i] + r(mu * vi))))
      }
    },

    nesterovRateInVelocity(w, v, g, learningRate, momentum, length) {
      const lr = r(learningRate)
      const mu = r(momentum)
      for (let i = 0; i < length; i++) {
        const step = r(lr * g[i])
        const vi = r(r(mu * v[i]) - step)
        v[i] = vi
        w[i] = r(w[i] + r(r(mu * vi) - step))
      }
    },

    adam(w, m, v, g, learningRate, beta1, beta2, epsilon, correction1, correction2, length) {
      const [lr, eps, c1, c2] = [r(learningRate), r(epsilon), r(correction1), r(correction2)]
      const [b1, b2, rest1, rest2] = [r(beta1), r(beta2), r(1 - beta1), r(1 - beta2)]
      for (let i = 0; i < length; i++) {
        const gi = g[i]
        const mi = r(r(b1 * m[i]) + r(rest1 * gi))
        const vi = r(r(b2 * v[i]) + r(rest2 * r(gi * gi)))
        m[i] = mi
        v[i] = vi
        const numerator = r(lr * r(mi / c1))
        const denominator = r(r(Math.sqrt(r(vi / c2))) + eps)
        w[i] = r(w[i] - r(numerator / denominator))
      }
    },
  }
}
