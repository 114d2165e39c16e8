import type { Outcome } from './claim.ts'
import type { Evidence } from './judged-claim.ts'

/** The fewest paired seeds that can decide a claim: with 4 wins of 4, p is still 0.0625. */
export const fewestSeeds = 5

/** A claim is refuted only at 95 % confidence, whatever alpha its support needs. */
export const refutationErrorRate = 0.05

export interface Conclusion {
  readonly outcome: Outcome
  readonly evidence: Evidence
}

/** A p-value after Holm's adjustment, and the number of tests that it was adjusted over. */
export interface Adjusted {
  readonly pValue: number
  readonly familySize: number
}

/**
 * A claim judged by its records, before Holm's adjustment. Whether it belongs to the paper's family
 * of tests follows from the declarations alone, never from the results of runs.
 */
export type Assessment =
  | { readonly state: 'settled'; readonly conclusion: Conclusion }
  | { readonly state: 'untestable'; readonly narrowed: boolean; readonly conclusion: Conclusion }
  | {
      readonly state: 'tested'
      readonly pValue: number
      readonly conclude: (adjusted: Adjusted) => Conclusion
    }
