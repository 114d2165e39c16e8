import fc from 'fast-check'
import type { KernelName, Kernels } from '../../../../src/numerics/backend.ts'
import { call, type ParityCase, reals } from '../call.ts'
import { length, scalar } from './sizes.ts'

function momentum(
  kernel: (kernels: Kernels) => Kernels['heavyBall' | 'nesterov' | 'nesterovRateInVelocity'],
): ParityCase {
  return fc
    .record({ length, rate: scalar, mu: scalar })
    .map(({ length, rate, mu }) =>
      call(
        { length, rate, mu },
        { w: reals(length), v: reals(length), g: reals(length) },
        (kernels, { w, v, g }) => kernel(kernels)(w, v, g, rate, mu, length),
      ),
    )
}

export const optimiserCases = {
  sgd: fc
    .record({ length, rate: scalar })
    .map(({ length, rate }) =>
      call({ length, rate }, { w: reals(length), g: reals(length) }, ({ sgd }, { w, g }) =>
        sgd(w, g, rate, length),
      ),
    ),
  heavyBall: momentum(({ heavyBall }) => heavyBall),
  nesterov: momentum(({ nesterov }) => nesterov),
  nesterovRateInVelocity: momentum(({ nesterovRateInVelocity }) => nesterovRateInVelocity),
  adam: fc
    .record({
      length,
      rate: scalar,
      b1: scalar,
      b2: scalar,
      epsilon: scalar,
      c1: scalar,
      c2: scalar,
    })
    .map(({ length, rate, b1, b2, epsilon, c1, c2 }) =>
      call(
        { length, rate, b1, b2, epsilon, c1, c2 },
        { w: reals(length), m: reals(length), v: reals(length), g: reals(length) },
        ({ adam }, { w, m, v, g }) => adam(w, m, v, g, rate, b1, b2, epsilon, c1, c2, length),
      ),
    ),
} satisfies Partial<Record<KernelName, ParityCase>>
