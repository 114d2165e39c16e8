import { type Assessment, fewestSeeds } from '../assessment.ts'
import type { EquivalenceClaim, Outcome, PaperValueClaim } from '../claim.ts'
import { paperMean } from '../family.ts'
import type { Comparison, MeanDifference } from '../judged-claim.ts'
import type { Observation } from '../observation.ts'
import {
  type Difference,
  equivalenceTest,
  pairedDifference,
  welchDifference,
} from '../statistics/equivalence-test.ts'
import { subtract, toNumber } from '../statistics/fraction.ts'
import { mean, sampleDeviation } from '../statistics/moments.ts'
import { figure, ignoredWords, pWords, tooFewWords } from '../words.ts'
import type { Setting } from './setting.ts'

type Sides = Pick<MeanDifference, 'basis' | 'values' | 'against' | 'mean' | 'deviation'>

/**
 * Judges our mean against the paper's by Welch's test. Without the paper's spread the two are only
 * shown side by side.
 */
export function assessPaperValue(claim: PaperValueClaim, setting: Setting): Assessment {
  const [measured] = setting.measures
  const theirs = paperMean(claim)
  const ours = spreadOf(measured)
  if (!theirs) return settled('not-attempted', comparison(claim, setting))
  if (measured.length < fewestSeeds) return settled('inconclusive', comparison(claim, setting))
  const difference = welchDifference(
    { ...ours, runs: measured.length },
    { mean: theirs.value, deviation: theirs.spread, runs: theirs.runs },
  )
  const sides: Sides = { basis: 'paper-mean', against: theirs, ...ours }
  return assessMargin(claim, setting, sides, difference)
}

/** Judges whether two measures differ, seed by seed, by less than the margin in both directions. */
export function assessEquivalence(claim: EquivalenceClaim, setting: Setting): Assessment {
  const [measured, other] = setting.measures
  if (measured.length < fewestSeeds) return settled('inconclusive', comparison(claim, setting))
  const differences = measured.map((own, i) => toNumber(subtract(own.exact, other[i].exact)))
  const sides: Sides = {
    basis: 'paired-equivalence',
    against: spreadOf(other).values,
    ...spreadOf(measured),
  }
  return assessMargin(claim, setting, sides, pairedDifference(differences))
}

/**
 * Two one-sided tests. Replicates: equivalence p, after Holm, at most alpha. Not replicated: the
 * interval of confidence 1 - 2 alpha lies completely outside the margin.
 */
function assessMargin(
  { margin, alpha }: PaperValueClaim | EquivalenceClaim,
  { ignoredSeeds }: Setting,
  sides: Sides,
  difference: Difference,
): Assessment {
  const test = equivalenceTest(difference, margin, alpha)
  const [low, high] = test.interval
  const outside = low > margin || high < -margin
  const outcomeOf = (adjusted: number): Outcome => {
    if (adjusted <= alpha) return 'replicates'
    return outside ? 'not-replicated' : 'inconclusive'
  }
  const range = `difference ${figure(test.value)}, between ${figure(low)} and ${figure(high)}`
  return {
    state: 'tested',
    pValue: test.pValue,
    conclude: (adjusted) => {
      const p = pWords(test.pValue, adjusted.pValue, adjusted.familySize)
      const evidence: MeanDifference = {
        ...sides,
        reading: `${range} (less than ${figure(margin)} either way asked), ${p}${ignoredWords(ignoredSeeds)}`,
        seeds: sides.values.map(({ seed }) => seed),
        ignoredSeeds,
        difference: test.value,
        standardError: test.standardError,
        degreesOfFreedom: test.degreesOfFreedom,
        margin,
        interval: test.interval,
        alpha,
        pValue: test.pValue,
        holmAdjusted: adjusted.pValue,
        familySize: adjusted.familySize,
      }
      return { outcome: outcomeOf(adjusted.pValue), evidence }
    },
  }
}

function settled(outcome: Outcome, evidence: Comparison): Assessment {
  return { state: 'settled', conclusion: { outcome, evidence } }
}

function comparison(claim: PaperValueClaim | EquivalenceClaim, setting: Setting): Comparison {
  const [measured] = setting.measures
  const { values, mean: ourMean, deviation } = spreadOf(measured)
  const paper = claim.paper ?? null
  const untested = claim.kind === 'paper-value' && !paperMean(claim)
  const why = untested
    ? 'the paper gives no spread over runs'
    : tooFewWords(values.length, fewestSeeds).slice(2)
  const theirs = paper ? `the paper ${paper.text}` : 'the paper no figure'
  return {
    basis: 'comparison-only',
    reading: `comparison only: ours ${figure(ourMean)} (mean of ${values.length}), ${theirs}; ${why}${ignoredWords(setting.ignoredSeeds)}`,
    seeds: values.map(({ seed }) => seed),
    ignoredSeeds: setting.ignoredSeeds,
    values,
    mean: ourMean,
    deviation: values.length > 1 ? deviation : null,
    paper: paper && { text: paper.text, value: paper.value ?? null },
  }
}

function spreadOf(measured: readonly Observation[]) {
  const numbers = measured.map(({ value }) => value)
  return {
    values: measured.map(({ seed, value }) => ({ seed, measured: value })),
    mean: mean(numbers),
    deviation: sampleDeviation(numbers),
  }
}
