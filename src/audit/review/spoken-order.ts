import { numbersIn } from '../facts/numbers/written-numbers.ts'
import { inWords } from './quoted-numbers.ts'

interface Stands {
  readonly text: string
  readonly value: number
  readonly at: number
  readonly end: number
  readonly percent: boolean
}

const smaller = 'smaller|less|fewer|lower|shorter'
const larger = 'larger|more|greater|higher|longer|bigger'
/** "is smaller than the", "are below", ", fewer than": a verb or a comma, or it tells a distance. */
const order = new RegExp(
  `^[^.;:!?]*(?:\\b(?:is|are|was|were|be|lies|lie|stands|stand)\\b|,)[^.;:!?]*?\\b(?:((?:${smaller})\\s+than|below)|((?:${larger})\\s+than|above))\\b[^.;:!?]*$`,
  'i',
)
/** What turns it round, or compares with a part or a multiple. */
const otherwise =
  /\b(?:not?|never|nor|neither|half|twice|double|thrice|times|thirds?|quarter)\b|n['’]t\b/i

/** Two numbers that a sentence orders the wrong way round: "16 is smaller than 10"; null where none. */
export function wrongOrder(sentence: string): string | null {
  const numbers = standing(sentence)
  for (const [i, one] of numbers.entries()) {
    const other = numbers[i + 1]
    if (!other || one.percent !== other.percent) continue
    const between = sentence.slice(one.end, other.at)
    const behind = sentence.slice(other.end)
    if (otherwise.test(between) || /^\s*(?:x|×|times)(?!\p{L})/iu.test(behind)) continue
    // "More than 50 % of it" compares with a part.
    if (other.percent && /^\s*of\b/i.test(behind)) continue
    const [, less, more] = order.exec(between) ?? []
    const isWrong = less ? one.value >= other.value : more && one.value <= other.value
    if (isWrong) return `${one.text} is not ${less ?? more} ${other.text}`
  }
  return null
}

function standing(sentence: string): Stands[] {
  const written = numbersIn(sentence).filter(({ of, points }) => of === null && !points)
  const words = [...sentence.matchAll(/\p{L}+/gu)].flatMap((found) =>
    inWords(found[0]).map(({ text, value, percent }) => ({
      ...{ text, value, percent },
      at: found.index,
      end: found.index + text.length,
    })),
  )
  return [...written, ...words].sort((a, b) => a.at - b.at)
}
