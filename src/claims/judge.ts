import type { Adjusted, Assessment, Conclusion } from './assessment.ts'
import type { Claim, ClaimedWork, JudgedAt } from './claim.ts'
import { isTested } from './family.ts'
import type { Evidence, JudgedClaim, JudgedRecord } from './judged-claim.ts'
import { assessEquivalence, assessPaperValue } from './kinds/mean-difference.ts'
import { assessOrdering } from './kinds/ordering.ts'
import type { Setting } from './kinds/setting.ts'
import { assessSuccessRate } from './kinds/success-rate.ts'
import { assessThreshold } from './kinds/threshold.ts'
import { directionOf, measuresOf } from './measures.ts'
import { observe, type Place, recordsAt } from './observation.ts'
import { parseSeeds } from './seeds.ts'
import { holm } from './statistics/holm.ts'
import { termsOf } from './terms.ts'

type Where = Pick<Place, 'dataset' | 'preset'>

interface Considered {
  readonly claim: Claim
  readonly at: JudgedAt | null
  readonly inFamily: boolean
  readonly assessment: Assessment
}

/**
 * The outcome of every claim of a paper at one dataset and preset, in the order of the claims.
 * Pure. Only records of that dataset and preset without overrides count; their order does not
 * matter.
 */
export function judge(
  work: ClaimedWork,
  records: readonly JudgedRecord[],
  where: Where,
): JudgedClaim[] {
  const here = recordsAt(records, { paper: work.slug, ...where })
  const considered = work.claims.map((claim) => consider(work, claim, here, where))
  const family = considered.filter(({ inFamily }) => inFamily)
  // A test without its runs may have any p-value. An outcome that is the same for p = 1 and p = 0
  // is taken as certain.
  const cautious = adjust(family, 1)
  const hopeful = adjust(family, 0)
  return considered.map((one) => {
    const conclusion = conclude(one.assessment, cautious.get(one.claim))
    const best = conclude(one.assessment, hopeful.get(one.claim))
    return conclusion.outcome === best.outcome
      ? judged(work, one, conclusion, isNarrowed(one.assessment))
      : judged(work, one, undecided(conclusion, family), true)
  })
}

function consider(
  work: ClaimedWork,
  claim: Claim,
  records: readonly JudgedRecord[],
  where: Where,
): Considered {
  const at = claim.judgedAt.find(
    ({ dataset, preset }) => dataset === where.dataset && preset === where.preset,
  )
  if (claim.kind === 'not-attempted') {
    const assessment = inWords('not-attempted', `not attempted: ${claim.because}`)
    return { claim, at: at ?? null, inFamily: false, assessment }
  }
  if (!at) {
    const assessment = inWords('not-judged', `not judged at ${where.dataset} ${where.preset}`)
    return { claim, at: null, inFamily: false, assessment }
  }
  const seeds = parseSeeds(at.seeds)
  const assessment = assess(work, claim, records, seeds)
  return { claim, at, inFamily: isTested(claim, seeds), assessment }
}

function assess(
  work: ClaimedWork,
  claim: Exclude<Claim, { kind: 'not-attempted' }>,
  records: readonly JudgedRecord[],
  seeds: readonly number[],
): Assessment {
  const observed = observe(records, measuresOf(claim), seeds)
  if (observed.state === 'unusable') {
    const evidence: Evidence = { basis: 'unusable', reading: observed.reading }
    return untestable(evidence, false)
  }
  if (observed.state === 'missing') {
    const { missing, reading } = observed
    return untestable({ basis: 'missing', reading, seeds, missing }, true)
  }
  const setting: Setting = {
    measures: observed.measures,
    ignoredSeeds: observed.ignoredSeeds,
    directionOf: (metric) => directionOf(work, metric),
    stream: `${work.slug}/bootstrap/${claim.id}`,
  }
  switch (claim.kind) {
    case 'ordering':
      return assessOrdering(claim, setting)
    case 'threshold':
      return assessThreshold(claim, setting)
    case 'success-rate':
      return assessSuccessRate(claim, setting)
    case 'paper-value':
      return assessPaperValue(claim, setting)
    case 'equivalence':
      return assessEquivalence(claim, setting)
  }
}

function untestable(evidence: Evidence, narrowed: boolean): Assessment {
  return { state: 'untestable', narrowed, conclusion: { outcome: 'inconclusive', evidence } }
}

function inWords(basis: 'not-judged' | 'not-attempted', reading: string): Assessment {
  const evidence: Evidence = { basis, reading }
  return { state: 'settled', conclusion: { outcome: 'not-attempted', evidence } }
}

/**
 * Holm over the family. A test without its runs counts with p = `unknown`, one with an unusable
 * record with p = 1.
 */
function adjust(family: readonly Considered[], unknown: number): Map<Claim, Adjusted> {
  const pValues = family.map(({ assessment }) => {
    if (assessment.state === 'tested') return assessment.pValue
    return isNarrowed(assessment) ? unknown : 1
  })
  const adjusted = holm(pValues)
  return new Map(
    family.map(({ claim }, i) => [claim, { pValue: adjusted[i], familySize: family.length }]),
  )
}

function conclude(assessment: Assessment, adjusted: Adjusted | undefined): Conclusion {
  if (assessment.state !== 'tested') return assessment.conclusion
  if (!adjusted) throw new Error('a tested claim is not in its Holm family')
  return assessment.conclude(adjusted)
}

function isNarrowed(assessment: Assessment): boolean {
  return assessment.state === 'untestable' && assessment.narrowed
}

function undecided({ evidence }: Conclusion, family: readonly Considered[]): Conclusion {
  const lacking = family.filter(({ assessment }) => isNarrowed(assessment))
  const names = lacking.map(({ claim }) => claim.id).join(', ')
  const reading = `${evidence.reading}; Holm's adjustment waits for the runs of ${names}`
  return { outcome: 'inconclusive', evidence: { ...evidence, reading } }
}

function judged(
  work: ClaimedWork,
  { claim, at, assessment }: Considered,
  { outcome, evidence }: Conclusion,
  narrowed: boolean,
): JudgedClaim {
  const declared = at?.declared ?? null
  const sound = !narrowed && assessment.state !== 'untestable'
  return {
    paper: work.slug,
    id: claim.id,
    says: claim.says,
    kind: claim.kind,
    declared,
    outcome,
    agrees: declared === null || (sound && declared === outcome),
    narrowed,
    evidence,
    terms: termsOf(work, claim, at),
  }
}
