import { binomialUpperTail, pText } from './binomial-tail.ts'
import type { AlteredRun, Causes, Unchanged } from './causes.ts'
import { chanceRate, examplesOf, type TestRate } from './rates.ts'

/** Below this a result is not by chance. One of several hundred honest runs would pass it by luck. */
const sure = 1e-4

/** How a rate stands to chance once the labels were permuted. */
export interface Fall {
  readonly state: 'falls' | 'stays' | 'not above chance'
  /** In words, for a finding or a report. */
  readonly words: string
}

/** P(so many right answers or more, were they right by chance), for a value of a rate. */
function tailOf(causes: Causes, plain: Unchanged, rate: TestRate): (value: number) => number {
  const n = examplesOf(causes, plain, rate.name)
  const chance = chanceRate(causes, plain.arm, rate)
  return (value) => binomialUpperTail(n, Math.round(rate.right(value) * n), chance)
}

/** The arms whose rates are not above chance as they are, so that no fall can be seen, in words. */
export function notAboveChance(causes: Causes, rates: readonly TestRate[]): string[] {
  return causes.unchanged.flatMap((plain) =>
    rates.flatMap((rate) => {
      const value = plain.metrics[rate.name]
      if (value === undefined || tailOf(causes, plain, rate)(value) < sure) return []
      return [`${plain.arm}: ${rate.label} is ${value} as it is, which may be chance`]
    }),
  )
}

/**
 * Whether a rate that is above chance as it is falls to chance in a run with permuted labels, by exact
 * one-sided binomial tests. With other test labels each example is a trial of its own. With other
 * training labels it is not: a net still sees which images are alike, and answers a whole class with
 * one label, right or wrong. So a class is a trial there, and a rate that stays the same to the last
 * digit is no chance.
 */
export function fallOf(
  causes: Causes,
  plain: Unchanged,
  altered: AlteredRun,
  rate: TestRate,
): Fall {
  const tail = tailOf(causes, plain, rate)
  const chance = chanceRate(causes, plain.arm, rate)
  const [before, after] = [plain.metrics[rate.name], altered.metrics[rate.name]]
  if (before === undefined || after === undefined || !(tail(before) < sure))
    return { state: 'not above chance', words: `${rate.label} is ${before} as it is` }
  const isOfTraining = altered.change.kind === 'training labels permuted'
  const classes = causes.data?.labels.length ?? 0
  const p = isOfTraining
    ? binomialUpperTail(classes, Math.floor(classes * rate.right(after) + 1e-9), chance)
    : tail(after)
  if (p >= sure && !(isOfTraining && before === after))
    return { state: 'falls', words: `${rate.label} falls from ${before} to ${after}` }
  const level = `where at most ${chance.toPrecision(3)} of the answers are right by chance`
  const exact = p < sure ? ` (exact ${pText(p)})` : ''
  const words =
    before === after
      ? `${rate.label} stays ${before}, ${level}${exact}`
      : `${rate.label} goes from ${before} to ${after} alone, ${level}${exact}`
  return { state: 'stays', words }
}
