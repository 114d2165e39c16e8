import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import type { Written } from './relation.ts'

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const wordValues: ReadonlyMap<string, number> = new Map([
  ...words.split(' ').map((word, i) => [word, i] as const),
  ...(['thirty', 'forty', 'fifty'] as const).map((word, i) => [word, 30 + 10 * i] as const),
])

/** A number that stands in quoted words, by what it may be called. */
export interface QuotedNumber {
  readonly text: string
  readonly value: number
  readonly places: number
  readonly percent: boolean
}

/** The numbers of some words: of a page, or of a line of code or data. */
export function quotedNumbers(text: string, path: string): QuotedNumber[] {
  const isPage = /\.(md|markdown|txt|rst)$/i.test(path)
  const plain = isPage ? text.replace(/\*\*|__|`|~~/g, ' ').replace(/--+/g, ' – ') : text
  const read = [plain, parted(plain)].flatMap(numbersIn)
  if (!isPage) read.push(...numbersIn(asCode(text)))
  return [...read.flatMap(counted), ...inWords(text)]
}

/** "2.6s", "100-bit": the number without what is tied to it. */
const parted = (text: string) =>
  text
    .replace(/(?<=\d)(?=(?:s|ms|sec|min|h|kB|KB|MB|GB|px)\b)/g, ' ')
    .replace(/(?<=\d)-(?=\p{L})/gu, ' ')

/** In code and data a comma parts, a star multiplies, and a low line groups digits. */
const asCode = (text: string) =>
  text.replace(/(?<=\d)_(?=\d)/g, '').replace(/[*/,:;=()[\]{}"']/g, ' $& ')

/** "9/30" is two numbers, and a share. */
function counted({ text, value, places, percent, of }: WrittenNumber): QuotedNumber[] {
  const one = { text, value, places, percent }
  return of === null ? [one] : [one, { text, value: of, places: 0, percent: false }]
}

/** "three seeds": a number, too. */
export const inWords = (text: string): QuotedNumber[] =>
  [...text.matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const value = wordValues.get(word.toLowerCase())
    return value === undefined ? [] : [{ text: word, value, places: 0, percent: false }]
  })

/** A number that a reader names as the quotes write it, at its best; undefined where none does. */
export function asWritten(value: number, numbers: readonly QuotedNumber[]): Written | undefined {
  const places = numbers.flatMap((one) => {
    if (one.value === value) return isExact(one) ? Number.POSITIVE_INFINITY : one.places
    return isAmong(value, [one]) ? one.places + 2 : []
  })
  return places.length > 0 ? { value, places: Math.max(...places) } : undefined
}

/** What is counted, and 1e-2, nobody has rounded. */
const isExact = ({ text, places, percent }: QuotedNumber) =>
  (places === 0 && !percent) || /^\W?\d+e/i.test(text)

/** Whether a number that a reader names is one of those: itself, or what "21 %" is as a fraction. */
export const isAmong = (value: number, numbers: readonly QuotedNumber[]): boolean =>
  numbers.some(
    (one) => one.value === value || (one.percent && Math.abs(one.value / 100 - value) < 1e-12),
  )
