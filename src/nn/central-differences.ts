import type { Real } from '../numerics/backend.ts'

/**
 * How one tensor's analytic gradient compares with central differences, at the first step size that
 * passes, or at the best of all where none does.
 */
export interface TensorGradient {
  readonly tensor: string
  /** max |analytic - numeric| / max |analytic| over the entries compared. */
  readonly error: number
  readonly step: number
  readonly entries: number
  /** Entries left out because a sign or a winner changed between the two evaluations. */
  readonly kinks: number
  readonly passes: boolean
}

/** max |analytic - numeric| may be this share of max |analytic|: float64 leaves about 1e-9. */
export const gradientTolerance = 1e-6
/** At most this share of a tensor's entries may sit at a kink. */
export const kinkShare = 0.01
/** Step sizes, likeliest first: too large a step bends, too small a step rounds. */
export const stepSizes = [3e-5, 1e-4, 1e-5, 3e-4, 1e-6, 1e-3]

/** A tensor that is to be varied, with the gradient that a backward pass gave it. */
export interface Candidate {
  readonly tensor: string
  readonly values: Real
  readonly analytic: Real
}

/** The objective at one point, with every branch taken on the way there. */
export interface Evaluation {
  readonly value: number
  readonly decisions: readonly Uint8Array[]
}

/** Compares each tensor, entry by entry, with central differences of `evaluate`. */
export function compareAll(
  candidates: readonly Candidate[],
  evaluate: () => Evaluation,
): TensorGradient[] {
  return candidates.map((candidate) => sweep(candidate, evaluate))
}

function sweep(candidate: Candidate, evaluate: () => Evaluation): TensorGradient {
  const tried: TensorGradient[] = []
  for (const step of stepSizes) {
    const one = compare(candidate, evaluate, step)
    if (one.passes) return one
    tried.push(one)
  }
  return tried.reduce((best, one) => (one.error < best.error ? one : best))
}

function compare(
  { tensor, values, analytic }: Candidate,
  evaluate: () => Evaluation,
  step: number,
): TensorGradient {
  let largest = 0
  let difference = 0
  let kinks = 0
  for (let i = 0; i < values.length; i++) {
    const kept = values[i]
    values[i] = kept + step
    const above = evaluate()
    const up = values[i]
    values[i] = kept - step
    const below = evaluate()
    const numeric = (above.value - below.value) / (up - values[i])
    values[i] = kept
    largest = Math.max(largest, Math.abs(analytic[i]))
    if (decidesAlike(above.decisions, below.decisions))
      difference = Math.max(difference, Math.abs(analytic[i] - numeric))
    else kinks++
  }
  const error = largest > 0 ? difference / largest : Number.POSITIVE_INFINITY
  const passes = error <= gradientTolerance && kinks <= kinkShare * values.length
  return { tensor, error, step, entries: values.length, kinks, passes }
}

const decidesAlike = (a: readonly Uint8Array[], b: readonly Uint8Array[]) =>
  a.every((taken, i) => taken.every((branch, j) => branch === b[i][j]))
