import type { Statement } from '../facts/document/statements.ts'
import { lineAt } from '../facts/document/text.ts'
import { mostRuns, numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { saysWhose, type Whose, whoseCell, whoseInSentence } from './attribution.ts'
import { isOfDistribution, isProbability, readsAsResult } from './readings.ts'
import { type Scope, scopeOf } from './scope.ts'
import { cut, partsOf, type Stretch, sentencesOf, stretchAt } from './segments.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A number that reads as a result, with what it is said to be of. */
export interface ResultNumber {
  readonly number: WrittenNumber
  readonly line: number
  readonly whose: Whose
  readonly scope: Scope
  readonly isProbability: boolean
  /** Whether it stands in a table, where its row and its column name it. */
  readonly isCell: boolean
}

/** More numbers than these are no Results that anybody reads; the first are looked at. */
export const mostNumbers = 2000

export interface ResultNumbers {
  readonly results: readonly ResultNumber[]
  /** Whether there were more numbers than are looked at. */
  readonly isCut: boolean
}

/** The numbers of statements that read as measured results, in their order. */
export function resultNumbers(
  statements: readonly Statement[],
  vocabulary: Vocabulary,
): ResultNumbers {
  const found: ResultNumber[] = []
  let isCut = false
  let left = mostNumbers
  for (const statement of statements) {
    if (statement.kind === 'code') continue
    if (isCut) break
    const all = numbersIn(statement.prose)
    const numbers = all.slice(0, left)
    isCut = all.length > left
    left -= numbers.length
    found.push(...inStatement(statement, numbers, vocabulary))
  }
  return { results: found, isCut }
}

function inStatement(
  statement: Statement,
  numbers: readonly WrittenNumber[],
  vocabulary: Vocabulary,
): ResultNumber[] {
  const { prose, words } = statement
  if (numbers.length === 0) return []
  const isAbout = (text: string) =>
    vocabulary(text).arms.length > 0 || vocabulary(text).metrics.length > 0 || saysWhose(text)
  const sentences = sentencesOf(prose)
  const known = new Map<Stretch, Stretch[]>()
  const partsIn = (sentence: Stretch) => {
    const parts = known.get(sentence) ?? partsOf(words, sentence, isAbout)
    known.set(sentence, parts)
    return parts
  }
  return numbers.flatMap((number, i) => {
    const sentence = stretchAt(sentences, number.at)
    const parts = sentence && partsIn(sentence)
    const part = parts && stretchAt(parts, number.at)
    if (!sentence || !parts || !part) return []
    const around = { part: cut(words, part), sentence: cut(words, sentence), statement }
    const scope = scopeOf(around, vocabulary)
    const before = sincePrevious(prose, numbers[i - 1], number, sentence.start)
    const place = { ...around, scope, before }
    if (isShareOfRuns(numbers[i - 1], number, prose)) return []
    if (isOfDistribution(prose.slice(sentence.start, number.at))) return []
    const probability = isProbability(before)
    if (!probability && !readsAsResult(number, place, vocabulary)) return []
    const said = whoseInSentence(words, parts, number.at)
    const whose = said === 'unclear' ? whoseCell(statement) : said
    const isCell = statement.cell !== undefined && statement.cell.column > 0
    const line = lineAt(statement, number.at)
    return [{ number, line, whose, scope, isProbability: probability, isCell }]
  })
}

/** "9/30 (30 %)": the count once more. */
const isShareOfRuns = (count: WrittenNumber | undefined, share: WrittenNumber, prose: string) =>
  count?.of != null &&
  count.of <= mostRuns &&
  share.percent &&
  /^\s*[(=]\s*$/.test(prose.slice(count.end, share.at)) &&
  Math.abs((100 * count.value) / count.of - share.value) <= share.step

/** What stands before a number, without the number before it and the unit of that. */
function sincePrevious(
  prose: string,
  previous: WrittenNumber | undefined,
  { at }: WrittenNumber,
  start: number,
): string {
  if (!previous || previous.end < start) return prose.slice(Math.max(start, at - 200), at)
  return prose.slice(previous.end, at).replace(/^\s?%?\s?[\p{L}-]*/u, '')
}
