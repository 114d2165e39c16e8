import type { Claim, JudgedAt, Measure, ReportedFigure } from '../claims/claim.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import { measuresOf } from '../claims/measures.ts'
import type { Paper } from '../papers/paper.ts'
import { digits, unitSign } from './amounts.ts'
import type { ClaimView } from './claim-view.ts'
import { evidenceWords, pValueWords } from './evidence-words.ts'
import { cell } from './markdown.ts'
import { placeName } from './place.ts'
import { spreadOf } from './spread.ts'

export const nothing = '-'
export const noGolden = 'no golden yet'

/**
 * The label of one of a claim's measures: the arm's, or the metric's where both measures are of one
 * arm.
 */
export function measureLabel(paper: Paper, claim: Claim, { arm, metric }: Measure): string {
  const arms = new Set(measuresOf(claim).map((measure) => measure.arm))
  const several = measuresOf(claim).length > 1
  return several && arms.size === 1 ? paper.metrics[metric].label : paper.arms[arm].label
}

/** The figure of another source. A figure from memory is marked as recalled. */
export function reported(figure: ReportedFigure | undefined): string {
  if (!figure) return nothing
  return cell(figure.certainty === 'recalled' ? `${figure.text} (recalled)` : figure.text)
}

/**
 * Our figures: median [least, most] of each measure over the seeds, then the test, then the place.
 */
export function ours(view: ClaimView): string {
  const { at, claim, found } = view
  if (!at) return nothing
  if (!found) return `${noGolden} (${placeName(at)})`
  const { evidence } = found.judged
  const seeds = 'seeds' in evidence ? evidence.seeds.length : 0
  const where = `${placeName(at)}; n = ${seeds}`
  if (evidence.basis === 'missing' || evidence.basis === 'unusable') return cell(evidence.reading)
  const sides = measuresOf(claim).map((measure) => side(view, measure))
  return [...sides, tested(view), where].filter(Boolean).join('<br>')
}

/** The computed outcome in words, with the declared outcome where the two differ. */
export function outcomeWords({ claim, at, found }: ClaimView): string {
  if (claim.kind === 'not-attempted') return words('not-attempted')
  if (!at) return nothing
  if (!found) return noGolden
  const { outcome, declared, evidence } = found.judged
  if (evidence.basis === 'comparison-only' && outcome === declared) return 'comparison only'
  if (outcome === declared || declared === null) return words(outcome)
  return `${words(outcome)} (declared: ${words(declared)})`
}

/** An outcome as the words of a sentence. */
export function words(outcome: JudgedClaim['outcome']): string {
  return outcome.replaceAll('-', ' ')
}

function side({ paper, claim, at, found }: ClaimView, measure: Measure): string {
  const label = cell(measureLabel(paper, claim, measure))
  if (!at || !found) return label
  const { evidence } = found.judged
  const spread = spreadOf(found.golden.records, measure, 'seeds' in evidence ? evidence.seeds : [])
  if (!spread) return `${label}: not run`
  const { unit } = paper.metrics[measure.metric]
  const range = `[${digits(spread.least, unit)}, ${digits(spread.most, unit)}]`
  return `${label} **${digits(spread.median, unit)}** ${range} ${unitSign(unit)}`
}

function tested({ paper, claim, found }: ClaimView): string {
  if (!found) return ''
  const { evidence } = found.judged
  switch (evidence.basis) {
    case 'success-count':
      return `${evidence.successes} of ${evidence.runs.length} runs succeed${pValueWords(evidence)}`
    case 'paired-differences':
    case 'paired-equivalence':
    case 'paper-mean':
      return evidenceWords(paper, claim, found.judged)
    default:
      return ''
  }
}

/** Says that a declaration was changed after its runs, and why. Empty for an unchanged one. */
export function revisedWords(at: JudgedAt | null | undefined): string {
  return at?.revised ? `revised after its runs: ${at.revised}` : ''
}
