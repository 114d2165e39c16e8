import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { type FoundPlace, where } from './entry-places.ts'
import { asWritten, inWords, isAmong, type QuotedNumber, quotedNumbers } from './quoted-numbers.ts'
import { inJson, relationFault } from './relation.ts'
import type { ReviewEntry } from './review-json.ts'

const numbersOf = ({ words, path }: FoundPlace) => quotedNumbers(words, path)

/** Why the numbers of an entry are not those of its quotes, or do not follow; null when they do. */
export function numbersFault(
  { numbers }: ReviewEntry,
  places: readonly FoundPlace[],
): string | null {
  const [one, other] = places.map(numbersOf)
  const computed: number[] = []
  for (const relation of numbers) {
    const { says, of, is } = relation
    const isQuoted = (value: number) => isAmong(value, one) || isAmong(value, other)
    const absent = of.find((value) => !isQuoted(value) && !computed.includes(value))
    if (absent !== undefined)
      return `${absent} does not stand in the words that are quoted from ${places.map(where).join(' and ')}`
    const fault = relationFault(
      relation,
      (value) => asWritten(value, [...one, ...other]) ?? inJson(value),
    )
    if (fault !== null) return fault
    const [a, b] = of
    const isOfBoth =
      (isAmong(a, one) && isAmong(b, other)) || (isAmong(b, one) && isAmong(a, other))
    if (says === 'differ' && !isOfBoth && ![a, b].some((value) => computed.includes(value)))
      return `${a} and ${b} stand in one place: what differs is one number of each`
    // What was computed may be computed with: 4 x 8 weights, and a bias of 8.
    if (is !== undefined) computed.push(is)
  }
  return null
}

/** A number of the sentence is a quoted one, rounded or as per cent, or one that was computed. */
export function sentenceFault(
  { sentence, numbers }: ReviewEntry,
  places: readonly FoundPlace[],
): string | null {
  const spoken = places
    .flatMap((place) => [where(place), place.path, `line ${place.line}`])
    .reduce((text, name) => text.replaceAll(name, ' '), sentence)
    .replace(/\b[A-Z]+-\d+\b/g, ' ')
    // "The paper of 1997": a year measures nothing.
    .replace(/(?<=\b(of|in|from|since|the)\s|\()(19|20)\d\d\b/g, ' ')
  const known: Pick<QuotedNumber, 'value' | 'percent'>[] = [
    ...places.flatMap(numbersOf),
    ...numbers.flatMap(({ is }) => (is === undefined ? [] : [{ value: is, percent: false }])),
  ]
  const isKnown = ({ value, step, percent }: Spoken) =>
    known.some((one) => {
      const readings = [one.value]
      if (percent && !one.percent) readings.push(100 * one.value)
      if (one.percent && !percent) readings.push(one.value / 100)
      return readings.some(
        (read) => Math.abs(Math.abs(read) - Math.abs(value)) <= step / 2 + 1e-9 * Math.abs(read),
      )
    })
  const unknown = spokenNumbers(spoken).find((one) => !isKnown(one)) ?? factorFault(spoken, numbers)
  return unknown
    ? `the sentence speaks of ${unknown.text}, which stands in neither place and follows from no "numbers"`
    : null
}

interface Spoken {
  readonly text: string
  readonly value: number
  /** One unit of its last digit; 0 for what is counted. */
  readonly step: number
  readonly percent: boolean
}

function spokenNumbers(sentence: string): Spoken[] {
  const written = numbersIn(sentence).flatMap(
    ({ text, value, step, of, isInteger, percent }): Spoken[] => [
      { text, value, step: isInteger && !percent ? 0 : step, percent },
      ...(of === null ? [] : [{ text, value: of, step: 0, percent: false }]),
    ],
  )
  // "Two places", "one of them" count what is spoken of.
  const counted = inWords(sentence).filter(({ value }) => value > 2)
  return [
    ...written,
    ...counted.map(({ text, value }) => ({ text, value, step: 0, percent: false })),
  ]
}

/** "Twice as high": a factor that was computed. */
function factorFault(
  sentence: string,
  numbers: ReviewEntry['numbers'],
): Pick<Spoken, 'text'> | undefined {
  return [...sentence.matchAll(/\b(twice|double|half|triple|thrice)\s+(as|the|of|that)\b/gi)]
    .filter(([, word]) => {
      const factor = factors[word.toLowerCase()]
      return !numbers.some(({ is = 0 }) => Math.abs(is / factor - 1) < 0.1)
    })
    .map(([text]) => ({ text }))[0]
}

const factors: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  half: 0.5,
  triple: 3,
  thrice: 3,
}
