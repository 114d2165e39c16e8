import type { DatasetId, Preset } from '../records/record.ts'

export type Outcome = 'replicates' | 'partial' | 'not-replicated' | 'inconclusive' | 'not-attempted'

/** One arm's metric, the thing a claim looks at; one number a seed. */
export interface Measure {
  readonly arm: string
  readonly metric: string
}

/** How sure a figure is: seen in the paper, transcribed from its table, quoted by others, recalled. */
export type Certainty = 'seen' | 'transcribed' | 'quoted' | 'recalled'

/** A figure somebody else measured: carried over with its source, never a target to tune for. */
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
  /** That it was declared, or declared otherwise, after the runs, and why: no forecast then. */
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
  /** What the plain-numpy reference system reports for the same thing. */
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

/** The measure lies on the good side of `bound` (at most, or at least, as its metric's direction says). */
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

/** A claim is data: what is compared, on which seeds, and what was declared to come out. */
export type Claim =
  | OrderingClaim
  | ThresholdClaim
  | SuccessRateClaim
  | PaperValueClaim
  | EquivalenceClaim
  | NotAttemptedClaim

/** What a metric is: its unit, and which way is better. */
export interface MetricDeclaration {
  readonly label: string
  readonly unit: 'fraction' | 'nats'
  readonly better: 'lower' | 'higher'
}

/** What the judge needs of a paper. */
export interface ClaimedWork {
  readonly slug: string
  readonly metrics: Readonly<Record<string, MetricDeclaration>>
  readonly claims: readonly Claim[]
}
