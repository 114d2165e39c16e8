import type { Config } from '../../../src/papers/paper.ts'
import type { Update } from './recording-backend.ts'

/** One weight on its way: from its gradient and the rate, by how much it moves. */
type Mover = (g: number, rate: number) => number

const zeroIsClose = 1e-12

/** The published formulas, a weight at a time. Each call starts from rest. */
const rules: Readonly<Record<string, (config: Config) => Mover>> = {
  'no momentum': () => (g, rate) => -rate * g,
  'heavy-ball': ({ momentum }) => {
    let v = 0
    return (g, rate) => {
      v = Number(momentum) * v + g
      return -rate * v
    }
  },
  nesterov: ({ momentum }) => {
    let v = 0
    return (g, rate) => {
      v = Number(momentum) * v + g
      return -rate * (g + Number(momentum) * v)
    }
  },
  'nesterov-rate-in-velocity': ({ momentum }) => {
    let v = 0
    return (g, rate) => {
      v = Number(momentum) * v - rate * g
      return Number(momentum) * v - rate * g
    }
  },
  adam: ({ beta1, beta2, epsilon }) => adam(Number(beta1), Number(beta2), Number(epsilon)),
  'adam with its betas swapped': ({ beta1, beta2, epsilon }) =>
    adam(Number(beta2), Number(beta1), Number(epsilon)),
}

function adam(beta1: number, beta2: number, epsilon: number): Mover {
  let [m, v, t] = [0, 0, 0]
  return (g, rate) => {
    t++
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g * g
    const mean = m / (1 - beta1 ** t)
    const square = v / (1 - beta2 ** t)
    return (-rate * mean) / (Math.sqrt(square) + epsilon)
  }
}

/** Every rule that, started from rest, moves all weights as these updates did. */
export function rulesBehind(updates: readonly Update[], config: Config): string[] {
  return Object.keys(rules).filter((name) => {
    const movers = Array.from(updates[0].before, () => rules[name](config))
    return updates.every(({ before, gradient, rate, after }) =>
      movers.every((move, i) => {
        const expected = before[i] + move(gradient[i], rate)
        return Math.abs(after[i] - expected) <= zeroIsClose
      }),
    )
  })
}
