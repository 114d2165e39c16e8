import { hasSign, type Lexeme, readNumber, runEnd, startsNumber } from './lexeme.ts'

/** A number as it is written in a text, with what its surroundings say of it. */
export interface WrittenNumber {
  /** With its sign and its per cent: "92.6 %". */
  readonly text: string
  /** Per mille are read as per cent. */
  readonly value: number
  /** One unit of its last digit. */
  readonly step: number
  /** Digits after the point: how much it says. */
  readonly places: number
  readonly at: number
  readonly end: number
  readonly isInteger: boolean
  readonly percent: boolean
  /** Percentage points: a difference. */
  readonly points: boolean
  /** "1.6 times", "1.6x". */
  readonly times: boolean
  /** Stands after ±. */
  readonly spread: boolean
  /** Stands in brackets, or is an end of a range. */
  readonly aside: boolean
  /** Is an end of a range. */
  readonly ranged: boolean
  /** "about 0.97", "~0.97": the last digit may be off by one. */
  readonly approximate: boolean
  /** "3/10", "12 of 20": what it is counted of; else null. */
  readonly of: number | null
}

/**
 * The numbers of a text: one reader for all that people write (its grammar is `readNumber`'s). Not
 * those that are part of a name, a date, a version, a size or an address (f32, 2024-03-01, 1.2.3,
 * 28x28, arXiv:1505.00387). A count of a whole is one number.
 */
export function numbersIn(text: string): WrittenNumber[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < text.length; ) {
    if (!startsNumber(text, at)) {
      at++
      continue
    }
    const lexeme = readNumber(text, at)
    if (lexeme && !/(arxiv|doi|isbn|\^|[#\\@])\W?\s?$/i.test(text.slice(Math.max(0, at - 8), at)))
      lexemes.push(lexeme)
    at = lexeme?.end ?? runEnd(text, at)
  }
  const depth = depths(text)
  const numbers = withCounts(text, lexemes).map((one) => numberOf(text, one, depth[one.at] > 0))
  return numbers.map((number, i) => {
    const isRange =
      isRangeGap(text, numbers[i - 1], number) || isRangeGap(text, number, numbers[i + 1])
    return isRange ? { ...number, aside: true, ranged: true } : number
  })
}

/** More runs than these nobody makes: what is counted of more are examples, and its share a rate. */
export const mostRuns = 100

/** The numbers that may stand for a measurement: no range, spread or factor; "496/500" is 0.992. */
export function measuresIn(text: string): WrittenNumber[] {
  return numbersIn(text).flatMap((number) => {
    const { value, of, ranged, spread, times } = number
    if (ranged || spread || times || (of !== null && of <= mostRuns)) return []
    if (of === null) return [number]
    return [{ ...number, value: value / of, step: 1 / of, places: String(of).length - 1 }]
  })
}

/** Whether a value is what was written, at the precision it was written with. */
export function agrees(
  { value, places }: Pick<WrittenNumber, 'value' | 'places'>,
  exact: number,
): boolean {
  const half = 0.5 / Number(`1e${Math.min(places, 17)}`)
  return Math.abs(exact - value) <= half * (1 + 1e-9)
}

interface Counted extends Lexeme {
  readonly of: number | null
}

/** "3/10", "12 of 20", "9 runs out of 10"; of three with slashes, a date, none. */
function withCounts(text: string, lexemes: readonly Lexeme[]): Counted[] {
  const gap = (i: number) =>
    lexemes[i] && lexemes[i + 1] ? text.slice(lexemes[i].end, lexemes[i + 1].at) : ''
  const isSlash = (i: number) => /^\s?\/\s?$/.test(gap(i))
  const isOf = (i: number) =>
    /^\s+((\p{L}+\s+){0,3}out\s+)?of\s+(the\s+)?$/iu.test(gap(i).slice(0, 60))
  const counted: Counted[] = []
  for (let i = 0; i < lexemes.length; i++) {
    const [some, all] = [lexemes[i], lexemes[i + 1]]
    const isDate = isSlash(i) && (isSlash(i + 1) || isSlash(i - 1))
    const isCount =
      !isDate && (isSlash(i) || isOf(i)) && some.isWhole && all.isWhole && some.value <= all.value
    if (isCount && !hasSign(text, some.at) && !isPercent(text, all.end)) {
      counted.push({ ...some, end: all.end, of: all.value })
      i++
    } else counted.push({ ...some, of: null })
  }
  return counted
}

const isPercent = (text: string, end: number) => /^\s?\\?(%|‰)/.test(text.slice(end, end + 4))

function numberOf(text: string, lexeme: Counted, isInBrackets: boolean): WrittenNumber {
  const { end, isWhole, of } = lexeme
  const signed = hasSign(text, lexeme.at)
  const lead = text.slice(Math.max(0, lexeme.at - 40), lexeme.at)
  const spread = /(±|\+[-\u2212]|\+\/[-\u2212]|\\pm)\s*$/.test(lead)
  const at = signed && !spread ? lexeme.at - 1 : lexeme.at
  const after = text.slice(end, end + 40)
  // "500 points" may be a set of data.
  const points = (lexeme.places > 0 ? anyPoints : percentPoints).test(after)
  const unit = /^\s?\\?(%|‰|percent\b|per cent\b|per mille\b)/i.exec(after)?.[0] ?? ''
  const isMille = /‰|mille/i.test(unit)
  const value = isMille ? lexeme.value / 10 : lexeme.value
  const places = lexeme.places + (isMille ? 1 : 0)
  const isMinus = signed && !spread && /[-−]/.test(text[at])
  return {
    text: `${text.slice(at, end)}${unit}`,
    value: isMinus ? -value : value,
    step: Number(`1e${-places}`),
    places: Math.max(0, places),
    at,
    end,
    isInteger: isWhole,
    percent: unit !== '' && !points,
    points,
    times: /^\s?(x|×|times|fold|-fold)(?![\p{L}\p{N}])/u.test(after),
    spread,
    aside: isInBrackets,
    ranged: false,
    approximate: /([~≈]|\b(about|roughly|around|approximately|nearly|almost|ca\.?|some))\s*$/i.test(
      text.slice(Math.max(0, at - 40), at),
    ),
    of,
  }
}

const percentPoints = /^\s*(?:\\?%[- ]?points?|pp\b|pts\b|percentage points?|per ?cent points?)/i
const anyPoints =
  /^\s*(?:points?\b|\\?%[- ]?points?|pp\b|pts\b|percentage points?|per ?cent points?)/i

function isRangeGap(text: string, left?: WrittenNumber, right?: WrittenNumber): boolean {
  if (!left || !right || right.at - left.end > 12) return false
  return /^\s?%?\s?(-|–|—|to|\.{2,3}|…)\s?$/.test(text.slice(left.end, right.at))
}

/** How many brackets are open at each letter. */
function depths(text: string): Uint8Array {
  const depth = new Uint8Array(text.length)
  let open = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '[') open = Math.min(open + 1, 200)
    depth[i] = open
    if (text[i] === ')' || text[i] === ']') open = Math.max(0, open - 1)
  }
  return depth
}
