/** One weight on its way: from its gradient and the rate, what is added to it. */
type Move = (gradient: number, rate: number) => number

export type OptimiserSettings = Readonly<Record<string, number>>

/**
 * The update rules by name, in plain float64, as src/numerics/README.md and src/numerics/backend.ts
 * define them. Each call starts from rest.
 */
export const optimiserFormulas: Readonly<Record<string, (settings: OptimiserSettings) => Move>> = {
  sgd: () => (g, rate) => -rate * g,

  'heavy-ball': ({ momentum = 0 }) => {
    let v = 0
    return (g, rate) => {
      v = momentum * v + g
      return -rate * v
    }
  },

  nesterov: ({ momentum = 0 }) => {
    let v = 0
    return (g, rate) => {
      v = momentum * v + g
      return -rate * (g + momentum * v)
    }
  },

  'nesterov-rate-in-velocity': ({ momentum = 0 }) => {
    let v = 0
    return (g, rate) => {
      v = momentum * v - rate * g
      return momentum * v - rate * g
    }
  },

  adam: ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }) => {
    let [m, v, power1, power2] = [0, 0, 1, 1]
    return (g, rate) => {
      power1 *= beta1
      power2 *= beta2
      m = beta1 * m + (1 - beta1) * g
      v = beta2 * v + (1 - beta2) * g * g
      return (-rate * (m / (1 - power1))) / (Math.sqrt(v / (1 - power2)) + epsilon)
    }
  },
}

/** What a rule makes of one weight: its value after each step. */
export function weightsOf(
  name: string,
  {
    settings,
    start,
    rates,
    gradients,
  }: {
    readonly settings: OptimiserSettings
    readonly start: number
    readonly rates: readonly number[]
    readonly gradients: readonly number[]
  },
): number[] {
  const move = optimiserFormulas[name](settings)
  let w = start
  return gradients.map((gradient, i) => {
    w += move(gradient, rates[i])
    return w
  })
}
