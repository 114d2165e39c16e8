/** A number as it is written in a text, with what its surroundings say of it. */
export interface WrittenNumber {
  /** With its sign and its per cent: "92.6 %". */
  readonly text: string
  readonly value: number
  /** One unit of its last digit. */
  readonly step: number
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
  /** "about 0.97", "~0.97": the last digit may be off by one. */
  readonly approximate: boolean
}

const pattern =
  /(?<![\p{L}\p{N}_·]|\p{N}[.,:])[-+\u2212]?(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)?(?:\.\d+)?(?<=\d)(?:[eE][-+\u2212]?\d{1,3})?/gu

const longest = 24

/**
 * The numbers of a text. Not those that are part of a name, a date, a version, a size or an address
 * (f32, 2024-03-01, 1.2.3, 28x28, arXiv:1505.00387). Comma between digits: thousands, and before one
 * or two digits and a per cent sign a decimal comma.
 */
export function numbersIn(text: string): WrittenNumber[] {
  const decimal = text.replace(/(?<![\d.,])(\d{1,3}),(\d{1,2})(?=\s?(?:%|±))/g, '$1.$2')
  const numbers: WrittenNumber[] = []
  const depth = depths(decimal)
  for (const match of decimal.matchAll(pattern)) {
    const [raw] = match
    const at = match.index
    const after = decimal.slice(at + raw.length, at + raw.length + 40)
    if (raw.length > longest || isPartOfMore(after)) continue
    const before = decimal.slice(Math.max(0, at - 40), at)
    if (/(arxiv|doi|isbn|\^|[#\\@])\W?\s?$/i.test(before)) continue
    numbers.push(numberOf(raw, at, before, after, depth[at] > 0))
  }
  return numbers.map((number, i) => {
    const isRange =
      isRangeGap(decimal, numbers[i - 1], number) || isRangeGap(decimal, number, numbers[i + 1])
    return isRange ? { ...number, aside: true } : number
  })
}

/** Letters or digits go on: a size, a version, a date, a power; a unit or a sentence's end may follow. */
function isPartOfMore(after: string): boolean {
  if (/^(x|×|pp|pts|nats|bits)(?![\p{L}\p{N}])/u.test(after)) return false
  return /^(?:[\p{L}\p{N}_·^*]|[.:]\d|[-/]\p{L}|-\d+-\d|,\d)/u.test(after)
}

function numberOf(
  raw: string,
  at: number,
  before: string,
  after: string,
  isInBrackets: boolean,
): WrittenNumber {
  const lead = before + (/^[-+\u2212]/.exec(raw)?.[0] ?? '')
  const spread = /(±|\+[-\u2212]|\+\/[-\u2212]|\\pm)\s*$/.test(lead)
  const bare = raw.replaceAll(',', '').replaceAll('\u2212', '-')
  const value = Number(spread ? bare.replace(/^[-+]/, '') : bare)
  const [mantissa, exponent = '0'] = bare.toLowerCase().split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  // "500 points" may be a set of data.
  const unit = decimals > 0 ? 'points?\\b|' : ''
  const points = new RegExp(
    `^\\s*(?:${unit}\\\\?%[- ]?points?|pp\\b|pts\\b|percentage points?|per ?cent points?)`,
    'i',
  ).test(after)
  const sign = /^\s?\\?(%|percent\b|per cent\b)/i.exec(after)?.[0] ?? ''
  return {
    text: `${spread ? raw.replace(/^[-+\u2212]/, '') : raw}${sign}`,
    value,
    step: Number(`1e${Number(exponent) - decimals}`),
    at,
    end: at + raw.length,
    isInteger: decimals === 0 && exponent === '0',
    percent: sign !== '' && !points,
    points,
    times: /^\s?(x|×|times|fold|-fold)(?![\p{L}\p{N}])/u.test(after),
    spread,
    aside: isInBrackets,
    approximate: /([~≈]|\b(about|roughly|around|approximately|nearly|almost|ca\.?|some))\s*$/i.test(
      before,
    ),
  }
}

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
