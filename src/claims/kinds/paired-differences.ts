import { type Adjusted, type Assessment, fewestSeeds, refutationErrorRate } from '../assessment.ts'
import type { Outcome } from '../claim.ts'
import type { Pair, PairedDifferences } from '../judged-claim.ts'
import type { Observation } from '../observation.ts'
import { type BootstrapIntervals, bootstrapIntervals } from '../statistics/bootstrap.ts'
import {
  compare,
  decimal,
  type Fraction,
  negate,
  subtract,
  toNumber,
} from '../statistics/fraction.ts'
import { median, medianLowerBound, medianUpperBound } from '../statistics/median.ts'
import { mean } from '../statistics/moments.ts'
import { signTest } from '../statistics/sign-test.ts'
import { figure, ignoredWords, pWords, tooFewWords } from '../words.ts'

export interface PairedTest {
  readonly measured: readonly Observation[]
  readonly against: readonly Observation[]
  readonly ignoredSeeds: readonly number[]
  readonly better: 'lower' | 'higher'
  readonly minimalEffect: number
  readonly alpha: number
  /** The name of the bootstrap's random stream. */
  readonly stream: string
  /** What the claim asks of the median, in words. */
  readonly asked: (medianDifference: number) => string
}

/**
 * Judges pairs by seed. A difference is positive when it favours the claim; all arithmetic is exact
 * until the figures are written down. Replicates: Holm-adjusted sign test at most alpha and median
 * difference at least minimalEffect. Not replicated: the median's exact 95 % upper bound is below
 * minimalEffect.
 */
export function assessPairs(test: PairedTest): Assessment {
  const { measured, against, minimalEffect, alpha, ignoredSeeds } = test
  const exact = measured.map((own, i) => favour(own, against[i], test.better))
  const differences = exact.map(toNumber)
  const wanted = decimal(minimalEffect)
  const middle = median(exact)
  const upperBound = medianUpperBound(exact, refutationErrorRate)
  const lowerBound = medianLowerBound(exact, refutationErrorRate)
  const signs = signTest(exact.map((difference) => Math.sign(Number(difference.numerator))))
  const largeEnough = compare(middle, wanted) >= 0
  const refuted = upperBound !== null && compare(upperBound, wanted) < 0
  const bootstrap: BootstrapIntervals | null = bootstrapIntervals(differences, test.stream)
  const enough = measured.length >= fewestSeeds
  const { pValue, ...votes } = signs

  const outcomeOf = (adjusted: Adjusted | null): Outcome => {
    if (adjusted === null) return 'inconclusive'
    if (adjusted.pValue <= alpha && largeEnough) return 'replicates'
    return refuted ? 'not-replicated' : 'inconclusive'
  }
  const conclude = (adjusted: Adjusted | null) => {
    const evidence: PairedDifferences = {
      basis: 'paired-differences',
      reading: '',
      seeds: measured.map(({ seed }) => seed),
      ignoredSeeds,
      pairs: measured.map((own, i) => pair(own, against[i], differences[i])),
      onCounts: [...measured, ...against].every(({ count }) => count !== undefined),
      ...votes,
      alpha,
      pValue: adjusted ? pValue : null,
      holmAdjusted: adjusted?.pValue ?? null,
      familySize: adjusted?.familySize ?? 0,
      minimalEffect,
      medianDifference: toNumber(middle),
      meanDifference: mean(differences),
      lowerBound: lowerBound && toNumber(lowerBound),
      upperBound: upperBound && toNumber(upperBound),
      boundErrorRate: refutationErrorRate,
      bootstrap,
    }
    const outcome = outcomeOf(adjusted)
    return { outcome, evidence: { ...evidence, reading: readingOf(evidence, test, outcome) } }
  }
  if (!enough) return { state: 'settled', conclusion: conclude(null) }
  return { state: 'tested', pValue, conclude }
}

function favour(own: Observation, other: Observation, better: 'lower' | 'higher'): Fraction {
  const difference = subtract(own.exact, other.exact)
  return better === 'higher' ? difference : negate(difference)
}

function pair(own: Observation, other: Observation, difference: number): Pair {
  return {
    seed: own.seed,
    measured: own.value,
    against: other.value,
    difference,
    ...(own.count && { measuredCount: own.count }),
    ...(other.count && { againstCount: other.count }),
  }
}

function readingOf(evidence: PairedDifferences, test: PairedTest, outcome: Outcome): string {
  const { wins, ties, seeds, pValue, holmAdjusted, familySize, upperBound } = evidence
  const tied = ties > 0 ? ` (${ties} tied)` : ''
  const p =
    pValue === null || holmAdjusted === null ? '' : `, ${pWords(pValue, holmAdjusted, familySize)}`
  const bound =
    outcome === 'not-replicated' && upperBound !== null
      ? `, with 95 % confidence a difference of at most ${figure(upperBound)}`
      : ''
  const votes = `${wins} of ${seeds.length} seeds favour it${tied}${p}`
  const asked = test.asked(evidence.medianDifference)
  const rest = tooFewWords(seeds.length, fewestSeeds) + ignoredWords(evidence.ignoredSeeds)
  return `${votes}, ${asked}${bound}${rest}`
}
