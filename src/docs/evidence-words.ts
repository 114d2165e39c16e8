import { fewestSeeds } from '../claims/assessment.ts'
import type { Claim, MetricDeclaration } from '../claims/claim.ts'
import { paperMean } from '../claims/family.ts'
import type {
  Comparison,
  JudgedClaim,
  MeanDifference,
  PairedDifferences,
} from '../claims/judged-claim.ts'
import { measuresOf } from '../claims/measures.ts'
import { decimal } from '../claims/statistics/fraction.ts'
import { ignoredWords, pWords, tooFewWords } from '../claims/words.ts'
import type { Paper } from '../papers/paper.ts'
import { amount, difference, digits } from './amounts.ts'

type Unit = MetricDeclaration['unit']

/** What the runs say about a claim, as one sentence. Every amount has its unit. */
export function evidenceWords(
  { metrics }: Pick<Paper, 'metrics'>,
  claim: Claim,
  { evidence, outcome }: JudgedClaim,
): string {
  const [measure] = measuresOf(claim)
  if (!measure) return evidence.reading
  const { unit } = metrics[measure.metric]
  switch (evidence.basis) {
    case 'paired-differences':
      return claim.kind === 'ordering' ? orderingWords(evidence, unit, outcome) : evidence.reading
    case 'paired-equivalence':
    case 'paper-mean':
      return meanWords(evidence, unit)
    case 'comparison-only':
      return comparisonWords(claim, evidence, unit)
    default:
      return evidence.reading
  }
}

/** `mean difference 1.68 points, 90 % interval [0.59, 2.78]`. */
function meanDifferenceWords(evidence: MeanDifference, unit: Unit): string {
  const [low, high] = evidence.interval.map((value) => digits(decimal(value), unit))
  const middle = difference(decimal(evidence.difference), unit)
  return `mean difference ${middle}, ${percent(1 - 2 * evidence.alpha)} interval [${low}, ${high}]`
}

/** `, p = 0.028 (0.083 after Holm over 3)`; empty without a test. */
export function pValueWords(test: {
  readonly pValue: number | null
  readonly holmAdjusted: number | null
  readonly familySize: number
}): string {
  if (test.pValue === null || test.holmAdjusted === null) return ''
  return `, ${pWords(test.pValue, test.holmAdjusted, test.familySize)}`
}

/** The upper bound of the gain is given only where the gain was not shown to be large enough. */
function orderingWords(
  evidence: PairedDifferences,
  unit: Unit,
  outcome: JudgedClaim['outcome'],
): string {
  const { wins, losses, ties, upperBound, boundErrorRate } = evidence
  const gain = difference(decimal(evidence.medianDifference), unit)
  const asked = difference(decimal(evidence.minimalEffect), unit)
  const bound =
    upperBound === null || outcome === 'replicates'
      ? ''
      : `, at most ${difference(decimal(upperBound), unit)} with ${percent(1 - boundErrorRate)} confidence`
  const p = pValueWords(evidence) || ', too few seeds for a test'
  return `wins ${wins}, losses ${losses}, ties ${ties}; median gain ${gain} (at least ${asked} asked)${bound}${p}${ignoredWords(evidence.ignoredSeeds)}`
}

function meanWords(evidence: MeanDifference, unit: Unit): string {
  const margin = difference(decimal(evidence.margin), unit)
  return `${meanDifferenceWords(evidence, unit)} (less than ${margin} either way asked)${pValueWords(evidence)}${ignoredWords(evidence.ignoredSeeds)}`
}

function comparisonWords(claim: Claim, evidence: Comparison, unit: Unit): string {
  const { values, mean, paper } = evidence
  const theirs = paper ? `the paper ${paper.text}` : 'the paper no figure'
  const untested = claim.kind === 'paper-value' && !paperMean(claim)
  const why = untested
    ? '; the paper gives no spread over runs'
    : tooFewWords(values.length, fewestSeeds)
  return `comparison only: ours ${amount(decimal(mean), unit)} (mean of ${values.length}), ${theirs}${why}${ignoredWords(evidence.ignoredSeeds)}`
}

/** `90 %`: a probability without the rounding errors of float64. */
const percent = (probability: number) => `${Number((100 * probability).toPrecision(4))} %`
