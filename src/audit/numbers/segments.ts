import { numbersIn } from '../facts/numbers/written-numbers.ts'

/** A stretch of a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const abbreviation = /\b(vs|fig|figs|tab|sec|eq|eqs|e\.g|i\.e|cf|al|approx|resp|ca|no|st|dr)\.$/i

/** What is longer is no sentence: it is cut, for reading it whole costs its length squared. */
const longest = 1000

/** The sentences of a text. A point in a number, or after an abbreviation, ends none. */
export function sentencesOf(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?](?=\s|$)|\u2029/g)) {
    const end = match.index + 1
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(start, end - 12), end))) continue
    stretches.push({ start, end })
    start = end
  }
  if (start < text.length) stretches.push({ start, end: text.length })
  return stretches.flatMap(shortened)
}

function shortened({ start, end }: Stretch): Stretch[] {
  const count = Math.ceil((end - start) / longest)
  return Array.from({ length: count }, (_, i) => ({
    start: start + i * longest,
    end: Math.min(end, start + (i + 1) * longest),
  }))
}

const conjunction =
  /\s(?:and|but|while|whereas|where|against|versus|vs\.?|than|compared (?:with|to))\s/gi
/**
 * The parts of a sentence, each with the numbers that are said of what it names: at commas, semicolons
 * and brackets; at "and", "against" and the like only where each side names something (`isAbout`) and
 * gives a number, so that "net and line reach 0.9 and 0.6" stays one part.
 */
export function partsOf(
  text: string,
  { start, end }: Stretch,
  isAbout: (text: string) => boolean,
): Stretch[] {
  const cuts = [...text.slice(start, end).matchAll(/[,;](?=\s)|[()[\]]|\s[–—]\s|\u2029/g)]
  const parts: Stretch[] = []
  let from = start
  for (const { index, 0: cut } of cuts) {
    parts.push({ start: from, end: start + index })
    from = start + index + cut.length
  }
  parts.push({ start: from, end })
  return parts.flatMap((part) => splitAtConjunctions(text, part, isAbout))
}

function splitAtConjunctions(
  text: string,
  { start, end }: Stretch,
  isAbout: (text: string) => boolean,
): Stretch[] {
  const says = (from: number, to: number) =>
    numbersIn(text.slice(from, to)).length > 0 && isAbout(text.slice(from, to))
  const parts: Stretch[] = []
  let from = start
  for (const { index, 0: word } of text.slice(start, end).matchAll(conjunction)) {
    const at = start + index
    if (!says(from, at) || !says(at + word.length, end)) continue
    parts.push({ start: from, end: at })
    from = at + word.length
  }
  return [...parts, { start: from, end }]
}

/** The stretch in which a place lies, of stretches in their order. */
export function stretchAt(stretches: readonly Stretch[], at: number): Stretch | undefined {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (stretches[middle].start <= at) low = middle
    else high = middle - 1
  }
  const found = stretches[low]
  return found && at >= found.start && at < found.end ? found : undefined
}

export const cut = (text: string, { start, end }: Stretch) => text.slice(start, end)
