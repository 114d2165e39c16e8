import type { Observation } from '../observation.ts'

/** What a claim's kind needs beside the claim: its observations, and what they mean. */
export interface Setting {
  /** One list a measure of the claim, each in the order of the declared seeds. */
  readonly measures: readonly (readonly Observation[])[]
  readonly ignoredSeeds: readonly number[]
  readonly directionOf: (metric: string) => 'lower' | 'higher'
  /** Names the claim's random numbers. */
  readonly stream: string
}
