import type { Observation } from '../observation.ts'

/**
 * What the judge of one kind of claim needs besides the claim: the observations and how to read
 * them.
 */
export interface Setting {
  /** One list per measure of the claim, each in the order of the declared seeds. */
  readonly measures: readonly (readonly Observation[])[]
  readonly ignoredSeeds: readonly number[]
  readonly directionOf: (metric: string) => 'lower' | 'higher'
  /** The name of the claim's random stream. */
  readonly stream: string
}
