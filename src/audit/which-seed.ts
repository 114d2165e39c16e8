import { formatSeeds } from '../claims/seeds.ts'
import { decimal, toNumber } from '../claims/statistics/fraction.ts'
import { median } from '../claims/statistics/median.ts'
import { agrees, type WrittenNumber } from './facts/numbers/written-numbers.ts'

export interface SeedValue {
  readonly seed: number
  readonly value: number
}

/** What a number that stands for several seeds really is. */
export type Origin = 'median' | 'mean' | 'seed' | 'nothing'

export interface WhichSeed {
  readonly origin: Origin
  /** "0.972 is seed 0's; the median over seeds 0-4 is 0.966". */
  readonly sentence: string
}

/** The middle of some values, exact on their decimals. Needs one. */
export const medianOf = (values: readonly number[]) => toNumber(median(values.map(decimal)))

const meanOf = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

/** A fraction may be written as it is, in percent, or as what is missing to the whole. */
const ways: readonly ((value: number) => number)[] = [
  (value) => value,
  (value) => 100 * value,
  (value) => 1 - value,
  (value) => 100 * (1 - value),
]

/**
 * Whether a written number is the median of what the seeds gave, their mean, or one seed's own. What
 * two of these give alike counts as the fairer one.
 */
export function whichSeed(written: WrittenNumber, values: readonly SeedValue[]): WhichSeed {
  const nothing: WhichSeed = { origin: 'nothing', sentence: `${written.text} is none of these` }
  if (values.length === 0) return nothing
  const numbers = values.map(({ value }) => value)
  const middle = medianOf(numbers)
  const seeds = `seeds ${formatSeeds(values.map(({ seed }) => seed))}`
  // A percent sign settles how it is to be read.
  const readings = ways.filter((_, i) => (written.percent ? i % 2 === 1 : true))
  const says = (read: (value: number) => number, is: string) =>
    `${written.text} is ${is}; the median over ${seeds} is ${shown(read(middle), written)}`
  const [medianRead] = readings.filter((read) => agrees(written, read(middle)))
  if (medianRead) return { origin: 'median', sentence: says(medianRead, 'the median') }
  for (const read of readings)
    if (agrees(written, read(meanOf(numbers))))
      return { origin: 'mean', sentence: says(read, `the mean`) }
  for (const read of readings) {
    const those = values.filter(({ value }) => agrees(written, read(value)))
    if (those.length > 0) {
      const names = those.map(({ seed }) => `seed ${seed}'s`).join(' and ')
      return { origin: 'seed', sentence: says(read, names) }
    }
  }
  return nothing
}

const shown = (value: number, { places, percent }: WrittenNumber) =>
  `${value.toFixed(Math.min(places, 17))}${percent ? ' %' : ''}`
