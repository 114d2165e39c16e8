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

/** The end of a reading that had more seeds than were declared; empty otherwise. */
export function ignoredWords(ignoredSeeds: readonly number[]): string {
  if (ignoredSeeds.length === 0) return ''
  return `; not declared and left out: seeds ${formatSeeds(ignoredSeeds)}`
}

/** The end of a reading that has fewer seeds than any verdict takes. */
export function tooFewWords(seeds: number, fewest: number): string {
  return seeds < fewest ? `; ${seeds} seeds decide nothing, ${fewest} are the least` : ''
}
