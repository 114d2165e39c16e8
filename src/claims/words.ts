import { formatSeeds } from './seeds.ts'

/** A figure in a sentence: three significant digits. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** A p-value in a sentence, with its Holm adjustment where there is more than one test. */
export function pWords(pValue: number, adjusted: number, familySize: number): string {
  const own = `p = ${probability(pValue)}`
  return familySize > 1 ? `${own} (${probability(adjusted)} after Holm over ${familySize})` : own
}

function probability(p: number): string {
  return p > 0 && p < 0.0005 ? p.toExponential(1) : String(Number(p.toPrecision(2)))
}

/** The last part of a reading when more seeds ran than were declared; empty otherwise. */
export function ignoredWords(ignoredSeeds: readonly number[]): string {
  if (ignoredSeeds.length === 0) return ''
  return `; not declared and left out: seeds ${formatSeeds(ignoredSeeds)}`
}

/** The last part of a reading with fewer seeds than a verdict needs; empty otherwise. */
export function tooFewWords(seeds: number, fewest: number): string {
  return seeds < fewest
    ? `; ${seeds} seeds are too few for a verdict, at least ${fewest} are needed`
    : ''
}
