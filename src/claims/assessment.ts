import type { Outcome } from './claim.ts'
import type { Evidence } from './judged-claim.ts'

/** Fewer paired seeds than this decide nothing: 4 of 4 still has p = 0.0625. */
export const fewestSeeds = 5

/** A claim is refuted only at 95 % confidence, whatever alpha it asks of its own support. */
export const refutationErrorRate = 0.05

export interface Conclusion {
  readonly outcome: Outcome
  readonly evidence: Evidence
}

/** A p-value after Holm, and over how many tests. */
export interface Adjusted {
  readonly pValue: number
  readonly familySize: number
}

/**
 * A claim against its records, before Holm. Whether it belongs to the paper's family of tests
 * follows from the declarations alone, never from what the runs gave.
 */
export type Assessment =
  | { readonly state: 'settled'; readonly conclusion: Conclusion }
  | { readonly state: 'untestable'; readonly narrowed: boolean; readonly conclusion: Conclusion }
  | {
      readonly state: 'tested'
      readonly pValue: number
      readonly conclude: (adjusted: Adjusted) => Conclusion
    }
