import type { Layer } from '../../nn/layer.ts'
import type { DeclaredMechanism } from '../../papers/paper.ts'
import type { ProbedPaper } from './probed-paper.ts'

/** Something that a mechanism does at a limit, and what was seen. */
export interface Sentence {
  readonly says: string
  readonly holds: boolean
  readonly seen: string
}

/**
 * What a mechanism is, independently of the papers that have it. A mechanism's name is its file's
 * name in `mechanisms/`, where it is found by looking.
 */
export interface MechanismProbe {
  /** Whether one kind of layer has it, which the declaration then names as `layer`. */
  readonly inLayer: boolean
  /** What the declaration names under `tensors` and `keys`. */
  readonly tensors: readonly string[]
  readonly keys: readonly string[]
  /** Calls the paper's code at the mechanism's limits. Trains nothing. */
  look(probed: ProbedPaper, declared: DeclaredMechanism): Sentence[]
}

/** Float64 kernels against plain float64: their functions err by a few units in the last place. */
export const roundingError = 1e-12

/**
 * Holds where no two numbers differ by more than `tolerance`. What is seen names no difference that
 * is smaller: engines need not agree on it.
 */
export function nearness(
  says: string,
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): Sentence {
  let largest = got.length === expected.length ? 0 : Number.POSITIVE_INFINITY
  for (let i = 0; i < got.length; i++) {
    const error = Math.abs(got[i] - expected[i])
    if (!(error <= largest)) largest = error
  }
  const holds = largest <= tolerance
  const within = tolerance === 0 ? 'equal' : `within ${tolerance}`
  const seen = holds ? `${within}, all ${got.length} numbers` : `${largest} apart at most`
  return { says, holds, seen }
}

/** The layers of the declared kind in the first arm whose net has any, with the arms that have some. */
export function layersOf({ arms }: ProbedPaper, { layer: kind }: DeclaredMechanism) {
  const found = arms.map(({ arm, parts }) => ({
    arm,
    layers: parts.layers.filter((layer: Layer) => layer.kind === kind),
  }))
  const having = found.filter(({ layers }) => layers.length > 0)
  return {
    layers: having[0]?.layers ?? [],
    having: having.map(({ arm }) => arm),
    lacking: found.filter(({ layers }) => layers.length === 0).map(({ arm }) => arm),
  }
}

/** The sentence that an arm has the mechanism, and another has not: else nothing is compared. */
export function presence(
  what: string,
  { having, lacking }: { readonly having: readonly string[]; readonly lacking: readonly string[] },
): Sentence {
  const list = (arms: readonly string[]) => arms.join(', ') || 'no arm'
  return {
    says: `an arm has ${what}, and another has not`,
    holds: having.length > 0 && lacking.length > 0,
    seen: `${list(having)} against ${list(lacking)}`,
  }
}
