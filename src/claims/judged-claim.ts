import type { Terms } from '../records/claim-terms.ts'
import type { Count, RunRecord } from '../records/record.ts'
import type { Claim, Outcome } from './claim.ts'
import type { BootstrapIntervals } from './statistics/bootstrap.ts'

/** What the judge reads of a record. */
export type JudgedRecord = Pick<RunRecord, 'job' | 'metrics' | 'counts' | 'digest'>

/** A claim with the outcome that the records give it. */
export interface JudgedClaim {
  readonly paper: string
  readonly id: string
  readonly says: string
  readonly kind: Claim['kind']
  /** Null where the claim is not judged at this dataset and preset. */
  readonly declared: Outcome | null
  readonly outcome: Outcome
  /**
   * True when the declared and the computed outcome are the same, and all declared seeds and arms
   * were used: a claim with missing seeds or an unusable record never agrees. True where nothing
   * was declared.
   */
  readonly agrees: boolean
  /**
   * True when the claim is inconclusive only because declared seeds or arms, of it or of its Holm
   * family, were not run.
   */
  readonly narrowed: boolean
  readonly evidence: Evidence
  /** The part of the declaration that decides the outcome; null where the claim is not judged. */
  readonly terms: Terms | null
}

/**
 * Plain JSON: everything that a reader needs to compute the outcome again. `basis` names the kind
 * of evidence.
 */
export type Evidence =
  | WordsOnly
  | MissingRuns
  | PairedDifferences
  | SuccessCount
  | MeanDifference
  | Comparison

interface Common {
  /** The evidence as one line of words. */
  readonly reading: string
}

/** The claim is not judged here, was not attempted, or a record cannot be used. */
export interface WordsOnly extends Common {
  readonly basis: 'not-judged' | 'not-attempted' | 'unusable'
}

export interface MissingRuns extends Common {
  readonly basis: 'missing'
  readonly seeds: readonly number[]
  readonly missing: readonly { readonly arm: string; readonly seeds: readonly number[] }[]
}

interface OnSeeds extends Common {
  /** The declared seeds, all of them used. */
  readonly seeds: readonly number[]
  /**
   * Seeds that were run but not declared. They are left out, so that nobody can choose seeds
   * afterwards.
   */
  readonly ignoredSeeds: readonly number[]
}

interface Tested extends OnSeeds {
  readonly alpha: number
  /** Null when the seeds are too few for a test. */
  readonly pValue: number | null
  /** The p-value after Holm over the `familySize` tests of the paper; null without a test. */
  readonly holmAdjusted: number | null
  readonly familySize: number
}

/** One seed: the measure, the value that it is compared with, and their difference. */
export interface Pair {
  readonly seed: number
  readonly measured: number
  readonly against: number
  /** Positive when it favours the claim (equivalence: measured - against). */
  readonly difference: number
  readonly measuredCount?: Count
  readonly againstCount?: Count
}

export interface PairedDifferences extends Tested {
  readonly basis: 'paired-differences'
  readonly pairs: readonly Pair[]
  /** True when every value was a count, so that nothing was rounded. */
  readonly onCounts: boolean
  readonly wins: number
  readonly losses: number
  readonly ties: number
  /** wins + losses: the n of the sign test. */
  readonly n: number
  readonly minimalEffect: number
  readonly medianDifference: number
  readonly meanDifference: number
  /** Exact one-sided bounds of the median, each of error rate `boundErrorRate`; null: none exists. */
  readonly lowerBound: number | null
  readonly upperBound: number | null
  readonly boundErrorRate: number
  readonly bootstrap: BootstrapIntervals | null
}

export interface SuccessCount extends Tested {
  readonly basis: 'success-count'
  readonly runs: readonly {
    readonly seed: number
    readonly measured: number
    readonly success: boolean
  }[]
  readonly successes: number
  readonly rate: number
  /** Clopper-Pearson, one-sided: the lower of error rate alpha, the upper of `boundErrorRate`. */
  readonly lowerBound: number
  readonly upperBound: number
  readonly boundErrorRate: number
  readonly paperCounts: { readonly successes: number; readonly runs: number } | null
  /** Fisher's exact two-sided p of our counts against the paper's. */
  readonly fisher: number | null
}

export interface MeanDifference extends Tested {
  readonly basis: 'paired-equivalence' | 'paper-mean'
  readonly values: readonly { readonly seed: number; readonly measured: number }[]
  /** The other measure for each seed; or the figure of the paper, for a claim about its mean. */
  readonly against: readonly { readonly seed: number; readonly measured: number }[] | PaperMean
  readonly mean: number
  readonly deviation: number
  readonly difference: number
  readonly standardError: number
  readonly degreesOfFreedom: number
  readonly margin: number
  /** Two-sided interval of the difference, with confidence 1 - 2 alpha. */
  readonly interval: readonly [low: number, high: number]
}

export interface PaperMean {
  readonly value: number
  readonly spread: number
  readonly runs: number
}

/** Both figures side by side. Nothing is tested, because the paper gives no spread. */
export interface Comparison extends OnSeeds {
  readonly basis: 'comparison-only'
  readonly values: readonly { readonly seed: number; readonly measured: number }[]
  readonly mean: number
  readonly deviation: number | null
  readonly paper: { readonly text: string; readonly value: number | null } | null
}
