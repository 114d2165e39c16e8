import { numbersIn, type WrittenNumber } from '../facts/numbers/written-numbers.ts'
import { exactInterval, type Interval, intervalOf, meets, ratiosOf } from './intervals.ts'

interface WrongShare {
  readonly at: number
  readonly what: string
}

/** Shares, differences and factors whose two numbers stand right beside them, whatever else is said. */
export function wrongShares(text: string): WrongShare[] {
  return [...ofWhole(text), ...counted(text), ...fromTo(text), ...timesOfTwo(text)]
}

/** A bracket that holds a percentage alone. */
const percentage = /\(\s*(\d+(?:\.\d+)?)\s*%\s*\)/g

function shareFault(at: number, written: string, some: number, all: number): WrongShare[] {
  const step = 10 ** -(written.split('.')[1]?.length ?? 0)
  const is = (100 * some) / all
  // Some cut off what they do not write.
  const isRight = [is, 100 - is].some((one) => Math.abs(one - Number(written)) <= step)
  return isRight || all < 2 || some > all
    ? []
    : [
        {
          at,
          what: `"${written} %" is said, and ${some} of ${all} are ${Number(is.toPrecision(3))} %`,
        },
      ]
}

/** "Of 500 points the net misreads 30 at seed 0 (6.0 %)": the only two numbers before the share. */
function ofWhole(text: string): WrongShare[] {
  return [...text.matchAll(percentage)].flatMap(({ index, 1: written }) => {
    const before = text.slice(0, index).replace(/\bseed\s*[=:]?\s*\d+/gi, ' ')
    const [all, some, ...more] = numbersIn(before)
    if (!all || !some || more.length > 0 || !/^\W*of\s+$/i.test(before.slice(0, all.at))) return []
    const arePlain = [all, some].every(
      ({ isInteger, percent, of, ranged }) => isInteger && !percent && of === null && !ranged,
    )
    return arePlain ? shareFault(index, written, some.value, all.value) : []
  })
}

/** "30 of 500 (6.0 %)", "30/500 (6.0 %)". */
function counted(text: string): WrongShare[] {
  return numbersIn(text).flatMap(({ value, of, end }) => {
    const behind = of === null ? null : /^\s*\(\s*(\d+(?:\.\d+)?)\s*%\s*\)/.exec(text.slice(end))
    return of === null || !behind?.[1] ? [] : shareFault(end, behind[1], value, of)
  })
}

const inBracket = /\(\s*from\s+([^()]{1,20}?)\s+to\s+([^()]{1,20}?)\s*\)/gi

/** "It costs 0.0065 (from 0.998 to 0.9915)". */
function fromTo(text: string): WrongShare[] {
  return [...text.matchAll(inBracket)].flatMap(({ index, 1: first, 2: last }) => {
    const said = numbersIn(text.slice(0, index)).at(-1)
    const [a, b] = [only(first), only(last)]
    if (!said || !a || !b || text.slice(said.end, index).trim() !== '') return []
    const isPlain = ({ isInteger, percent, times, of, points }: WrittenNumber) =>
      !isInteger && !percent && !times && !points && of === null
    if (![said, a, b].every(isPlain)) return []
    const [x, y] = [exactInterval(a), exactInterval(b)]
    const differences: Interval[] = [
      [x[0] - y[1], x[1] - y[0]],
      [y[0] - x[1], y[1] - x[0]],
    ]
    const possible = [...differences, ...ratiosOf(intervalOf(a), intervalOf(b))]
    // "An accuracy of 0.9915 (from 0.998 to 0.9915)" says where it came to.
    const isEnd = [x, y].some((end) => meets(exactInterval(said), end))
    const wanted: Interval = widened(intervalOf(said))
    if (isEnd || possible.some((one) => meets(wanted, one))) return []
    const is = Number(Math.abs(a.value - b.value).toPrecision(3))
    return [
      {
        at: said.at,
        what: `"${said.text.trim()}" does not follow from ${a.text.trim()} and ${b.text.trim()} beside it, which differ by ${is}`,
      },
    ]
  })
}

/** Differences of what was rounded may be off in the last digit. */
const widened = ([low, high]: Interval): Interval => [low - 1e-12, high + 1e-12]

const only = (text: string): WrittenNumber | null => {
  const [number, ...more] = numbersIn(text)
  return number && more.length === 0 && text.trim() === number.text.trim() ? number : null
}

const ofTwo = /\(\s*([^()\s]{1,16})\s+(?:against|vs\.?|versus|to)\s+([^()\s]{1,16})\s*\)/gi

/** "Errs 8.4 times as much (0.1483 against 0.0176)": the factor right before the bracket. */
function timesOfTwo(text: string): WrongShare[] {
  return [...text.matchAll(ofTwo)].flatMap(({ index, 1: first, 2: last }) => {
    const said = numbersIn(text.slice(0, index)).at(-1)
    const [a, b] = [only(first), only(last)]
    if (!said?.times || !a || !b) return []
    // "1.6 times" may end before its word or behind it; between it and the bracket stands no other.
    const between = text.slice(said.end, index)
    if (
      !/^\s*(?:times|[x×])?\s*(?:as (?:much|many|large|high|often)|more|less|better|worse|larger|smaller|lower|higher)?\s*$/i.test(
        between,
      )
    )
      return []
    if ([a, b].some(({ isInteger, percent, of }) => isInteger || percent || of !== null)) return []
    const isBound = /(?:[<>≤≥~≈]|\b(?:over|about|least|than|most|up to|nearly|almost|around))\s*$/i
    if (isBound.test(text.slice(0, said.at))) return []
    const possible = ratiosOf(intervalOf(a), intervalOf(b))
    if (possible.length === 0 || possible.some((one) => meets(intervalOf(said), one))) return []
    const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value)
    return [
      {
        at: said.at,
        what: `"${said.text.trim()} times" does not follow from ${a.text.trim()} and ${b.text.trim()} behind it, which differ by ${Number(ratio.toPrecision(3))} times`,
      },
    ]
  })
}
