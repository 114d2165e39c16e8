import type { Config } from '../papers/paper.ts'

/** One weight on its way: from its gradient and the rate, what is added to it. */
type Move = (gradient: number, rate: number) => number

export type OptimiserSettings = Readonly<Record<string, number>>

interface OptimiserFormula {
  /** The keys of a config that it depends on. */
  readonly settings: readonly string[]
  /** Starts from rest. */
  begin(settings: OptimiserSettings): Move
}

/**
 * The update rules by name, in plain float64, as src/numerics/README.md and src/numerics/table/optimisers.ts
 * define them: for audits and specs, and called by no run.
 */
export const optimiserFormulas: Readonly<Record<string, OptimiserFormula>> = {
  sgd: { settings: [], begin: () => (g, rate) => -rate * g },

  'heavy-ball': {
    settings: ['momentum'],
    begin({ momentum = 0 }) {
      let v = 0
      return (g, rate) => {
        v = momentum * v + g
        return -rate * v
      }
    },
  },

  nesterov: {
    settings: ['momentum'],
    begin({ momentum = 0 }) {
      let v = 0
      return (g, rate) => {
        v = momentum * v + g
        return -rate * (g + momentum * v)
      }
    },
  },

  'nesterov-rate-in-velocity': {
    settings: ['momentum'],
    begin({ momentum = 0 }) {
      let v = 0
      return (g, rate) => {
        v = momentum * v - rate * g
        return momentum * v - rate * g
      }
    },
  },

  adam: {
    settings: ['beta1', 'beta2', 'epsilon'],
    begin({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }) {
      let [m, v, power1, power2] = [0, 0, 1, 1]
      return (g, rate) => {
        power1 *= beta1
        power2 *= beta2
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        return (-rate * (m / (1 - power1))) / (Math.sqrt(v / (1 - power2)) + epsilon)
      }
    },
  },
}

/** What a config sets of a rule; nothing of a rule that is not known. */
export function settingsOf(name: string, config: Config): OptimiserSettings {
  const keys = optimiserFormulas[name]?.settings ?? []
  return Object.fromEntries(
    keys.filter((key) => key in config).map((key) => [key, Number(config[key])]),
  )
}

/** Signs change, sizes change, and so does the rate: every rule that is known ends elsewhere. */
export const knownSequence = {
  start: 0.5,
  gradients: [1, -0.5, 2, 0.25, -1.5, 0.75],
  rates: [0.1, 0.1, 0.05, 0.05, 0.025, 0.025],
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
  const move = optimiserFormulas[name].begin(settings)
  let w = start
  return gradients.map((gradient, i) => {
    w += move(gradient, rates[i])
    return w
  })
}
