import type { DatasetId, Preset } from '../records/record.ts'

export type Outcome = 'replicates' | 'partial' | 'not-replicated' | 'inconclusive' | 'not-attempted'

/** One arm's metric, which a claim is about: one number per seed. */
export interface Measure {
  readonly arm: string
  readonly metric: string
}

/**
 * How certain a figure is: seen in the paper, transcribed from its table, quoted by others, or
 * recalled from memory.
 */
export type Certainty = 'seen' | 'transcribed' | 'quoted' | 'recalled'

/**
 * A figure that another work reports. It is copied with its source, and is never a target to tune
 * for.
 */
export interface ReportedFigure {
  /** As a person would read it, e.g. "0.35 %". */
  readonly text: string
  readonly value?: number
  /** Standard deviation over runs, and how many, where the source gives them. */
  readonly spread?: number
  readonly runs?: number
  readonly certainty: Certainty
  readonly where: string
}

/** Where a claim is judged, with the seeds and the outcome that were declared for it. */
export interface JudgedAt {
  readonly dataset: DatasetId
  readonly preset: Preset
  /** Inclusive ranges and single seeds, e.g. "0-4" or "0,3,7". */
  readonly seeds: string
  readonly declared: Outcome
  /** Why it came out so, when the outcome is not `replicates`. */
  readonly because?: string
  /**
   * Why the outcome was declared, or changed, after the runs. Such an outcome is not a prediction.
   */
  readonly revised?: string
}

interface ClaimCommon {
  readonly id: string
  /** The claim as one sentence. */
  readonly says: string
  /** Where in the paper. */
  readonly where: string
  /** What the paper reports. */
  readonly paper?: ReportedFigure
  /** What the reference implementation in plain numpy reports for the same measure. */
  readonly reference?: ReportedFigure
  readonly judgedAt: readonly JudgedAt[]
  /** One-sided error rate of the claim's test, before Holm. */
  readonly alpha: number
}

/** `better` beats `worse`, paired by seed, by at least `minimalEffect` at the median. */
export interface OrderingClaim extends ClaimCommon {
  readonly kind: 'ordering'
  readonly better: Measure
  readonly worse: Measure
  readonly minimalEffect: number
}

/**
 * The measure is at most `bound` where lower is better, and at least `bound` where higher is
 * better.
 */
export interface ThresholdClaim extends ClaimCommon {
  readonly kind: 'threshold'
  readonly measure: Measure
  readonly bound: number
}

/** A run succeeds when its measure reaches `success`; the true rate is at least `rate`. */
export interface SuccessRateClaim extends ClaimCommon {
  readonly kind: 'success-rate'
  readonly measure: Measure
  readonly success: { readonly atLeast: number } | { readonly atMost: number }
  readonly rate: number
  /** The paper's own counts of seeds, compared by Fisher's exact test when it gives them. */
  readonly paperCounts?: { readonly successes: number; readonly runs: number }
}

/** Our mean agrees with the paper's within `margin`; "comparison only" when the paper gives no spread. */
export interface PaperValueClaim extends ClaimCommon {
  readonly kind: 'paper-value'
  readonly measure: Measure
  readonly margin: number
}

/** Two measures, paired by seed, differ by less than `margin` in either direction. */
export interface EquivalenceClaim extends ClaimCommon {
  readonly kind: 'equivalence'
  readonly measure: Measure
  readonly other: Measure
  readonly margin: number
}

/** A claim of the paper that this reproduction says it did not try. */
export interface NotAttemptedClaim extends ClaimCommon {
  readonly kind: 'not-attempted'
  readonly because: string
}

/** A claim is data: what is compared, on which seeds, and which outcome was declared. */
export type Claim =
  | OrderingClaim
  | ThresholdClaim
  | SuccessRateClaim
  | PaperValueClaim
  | EquivalenceClaim
  | NotAttemptedClaim

/** The unit of a metric, and which direction is better. */
export interface MetricDeclaration {
  readonly label: string
  /** `count`: steps, epochs, whatever is counted. */
  readonly unit: 'fraction' | 'nats' | 'count'
  readonly better: 'lower' | 'higher'
}

/** What the judge needs of a paper. */
export interface ClaimedWork {
  readonly slug: string
  readonly metrics: Readonly<Record<string, MetricDeclaration>>
  readonly claims: readonly Claim[]
}
