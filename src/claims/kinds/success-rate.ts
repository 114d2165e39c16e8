import { type Adjusted, type Assessment, fewestSeeds, refutationErrorRate } from '../assessment.ts'
import type { Outcome, SuccessRateClaim } from '../claim.ts'
import type { SuccessCount } from '../judged-claim.ts'
import type { Observation } from '../observation.ts'
import {
  rateLowerBound,
  rateTest,
  rateUpperBound,
  refutesRate,
} from '../statistics/clopper-pearson.ts'
import { fisherExact } from '../statistics/fisher-exact.ts'
import { compare, decimal } from '../statistics/fraction.ts'
import { figure, ignoredWords, pWords, tooFewWords } from '../words.ts'
import type { Setting } from './setting.ts'

/**
 * Judges how many seeds succeed. Replicates: the exact binomial test of "at least rate", after
 * Holm, at most alpha (for one test: Clopper-Pearson's lower bound at least `rate`). Not
 * replicated: the 95 % upper bound below `rate`, or significantly fewer successes than the paper
 * counted, by Fisher's test. Fisher's test overrides the other results.
 */
export function assessSuccessRate(claim: SuccessRateClaim, setting: Setting): Assessment {
  const { rate, alpha, paperCounts } = claim
  const [measured] = setting.measures
  const marked = measured.map((own) => ({
    seed: own.seed,
    measured: own.value,
    success: succeeds(own, claim),
  }))
  const runs = marked.length
  const successes = marked.filter(({ success }) => success).length
  const pValue = rateTest(successes, runs, rate)
  const fisher = paperCounts ? fisherExact({ successes, runs }, paperCounts).twoSided : null
  const fewer = paperCounts ? successes * paperCounts.runs < paperCounts.successes * runs : false
  const belowPaper = fewer && fisher !== null && fisher <= refutationErrorRate
  const refuted = belowPaper || refutesRate(successes, runs, rate, refutationErrorRate)

  const outcomeOf = (adjusted: Adjusted | null): Outcome => {
    if (adjusted === null) return 'inconclusive'
    if (refuted) return 'not-replicated'
    return adjusted.pValue <= alpha ? 'replicates' : 'inconclusive'
  }
  const conclude = (adjusted: Adjusted | null) => {
    const evidence: SuccessCount = {
      basis: 'success-count',
      reading: '',
      seeds: marked.map(({ seed }) => seed),
      ignoredSeeds: setting.ignoredSeeds,
      runs: marked,
      successes,
      rate,
      alpha,
      pValue: adjusted ? pValue : null,
      holmAdjusted: adjusted?.pValue ?? null,
      familySize: adjusted?.familySize ?? 0,
      lowerBound: rateLowerBound(successes, runs, alpha),
      upperBound: rateUpperBound(successes, runs, refutationErrorRate),
      boundErrorRate: refutationErrorRate,
      paperCounts: paperCounts ?? null,
      fisher,
    }
    return { outcome: outcomeOf(adjusted), evidence: { ...evidence, reading: readingOf(evidence) } }
  }
  if (runs < fewestSeeds) return { state: 'settled', conclusion: conclude(null) }
  return { state: 'tested', pValue, conclude }
}

function succeeds({ exact }: Observation, { success }: SuccessRateClaim): boolean {
  if ('atLeast' in success) return compare(exact, decimal(success.atLeast)) >= 0
  return compare(exact, decimal(success.atMost)) <= 0
}

function readingOf(evidence: SuccessCount): string {
  const { successes, runs, rate, pValue, holmAdjusted, familySize, paperCounts, fisher } = evidence
  const rates = `rate between ${figure(evidence.lowerBound)} and ${figure(evidence.upperBound)}`
  const p =
    pValue === null || holmAdjusted === null ? '' : `, ${pWords(pValue, holmAdjusted, familySize)}`
  const paper =
    paperCounts && fisher !== null
      ? `; the paper has ${paperCounts.successes} of ${paperCounts.runs} (Fisher p = ${figure(fisher)})`
      : ''
  const rest = tooFewWords(runs.length, fewestSeeds) + ignoredWords(evidence.ignoredSeeds)
  return `${successes} of ${runs.length} seeds succeed, ${rates} (at least ${figure(rate)} asked)${p}${paper}${rest}`
}
