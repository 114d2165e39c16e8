import { isRaised, levelled } from './superscripts.ts'

/** A number as its letters say it, before anything around it is looked at. */
export interface Lexeme {
  readonly at: number
  readonly end: number
  readonly value: number
  /** Digits after the point, less the power of ten: negative for whole thousands. */
  readonly places: number
  /** Whether it is written as a whole number, without point and power. */
  readonly isWhole: boolean
}

const isDigit = (letter = '') => letter >= '0' && letter <= '9' && letter !== ''
const isWord = (letter = '') => /[\p{L}\p{N}_\ufffc]/u.test(letter) && !isRaised(letter)
const isSign = (letter = '') => letter !== '' && '-+−'.includes(letter)

/** More digits than these are a key or a code. */
const longest = 24

/**
 * Reads the number whose first digit or point stands at a place.
 *
 *     number   = mantissa [ power | footnote ] [ "k" ]
 *     mantissa = digits [ decimals ] | decimals
 *     digits   = digit+ | digit{1,3} ("," digit{3})+          1593210, 1,593,210
 *     decimals = ("." | "·") digit+ | "," digit+              0.966, 0·966, 0,966
 *     power    = ("e" | "E") exponent | times "10" raised     9.66e-1, 9.66 × 10^-1
 *              | raised, behind a mantissa of 10              10^-3, 10⁻³
 *     times    = "×" | "x" | "*" | "·" | "\times" | "\cdot"
 *     raised   = "^" exponent | "^{" exponent "}" | "^(" exponent ")" | raised letters
 *     exponent = [sign] digit{1,3}
 *     footnote = raised letters | "*" | "†" | "‡" | "^" letter     0.966¹
 *
 * A decimal comma needs a zero before it and three digits or more behind it, or a sign of per cent or
 * of a spread after one digit or two; elsewhere commas part thousands, or a list. Null where the digits
 * are part of more: of a version, a date, a size, an address.
 */
export function readNumber(text: string, at: number): Lexeme | null {
  const mantissa = readMantissa(text, at)
  if (mantissa.end - at > longest) return null
  const power = readPower(text, mantissa)
  const afterPower = power?.end ?? footnoteEnd(text, mantissa.end)
  const isThousands = /[kK]/.test(text[afterPower] ?? '') && !isWord(text[afterPower + 1])
  const end = afterPower + (isThousands ? 1 : 0)
  if (goesOn(text, end)) return null
  const exponent = (power?.exponent ?? 0) + (isThousands ? 3 : 0)
  const value = Number(`${power?.isBare ? '1' : mantissa.digits}e${exponent}`)
  if (!Number.isFinite(value)) return null
  const { decimals } = mantissa
  const isWhole = decimals === 0 && exponent >= 0 && (power === null || power.isBare)
  return { at, end, value, places: decimals - exponent, isWhole }
}

/** Where digits end that are no number: what follows them belongs to them. */
export function runEnd(text: string, at: number): number {
  const joins = isDate(text, digitsEnd(text, at)) ? /[.,:·-]/ : /[.,:·]/
  let end = at + 1
  while (isWord(text[end]) || (joins.test(text[end] ?? '') && isDigit(text[end + 1]))) end++
  return end
}

/** Two more groups of digits follow, with dashes between. */
const isDate = (text: string, end: number) => /^-\d+-\d/.test(text.slice(end, end + 12))

export function startsNumber(text: string, at: number): boolean {
  const isStart = isDigit(text[at]) || (/[.·]/.test(text[at]) && isDigit(text[at + 1]))
  const before = text[at - 1]
  return isStart && !isWord(before) && !(/[.,:·]/.test(before ?? '') && isDigit(text[at - 2]))
}

/** Whether a sign right before a number is its own: "0.9-0.95" is a range. */
export const hasSign = (text: string, at: number): boolean =>
  isSign(text[at - 1]) && !isWord(text[at - 2])

interface Mantissa {
  /** Without commas. */
  readonly digits: string
  readonly decimals: number
  readonly end: number
}

function readMantissa(text: string, at: number): Mantissa {
  let end = digitsEnd(text, at)
  let digits = text.slice(at, end)
  if (digits.length <= 3 && !digits.startsWith('0'))
    for (; text[end] === ',' && digitsEnd(text, end + 1) === end + 4; end += 4)
      digits += text.slice(end + 1, end + 4)
  const stop = digitsEnd(text, end + 1)
  const decimals = stop - end - 1
  const isDecimal =
    decimals > 0 && (/[.·]/.test(text[end]) || (text[end] === ',' && isComma(text, at, end, stop)))
  if (!isDecimal) return { digits, decimals: 0, end }
  return { digits: `${digits}.${text.slice(end + 1, stop)}`, decimals, end: stop }
}

function isComma(text: string, at: number, comma: number, end: number): boolean {
  if (end - comma > 3) return text.slice(at, comma) === '0' && !/[,\d]/.test(text[end] ?? '')
  return comma - at <= 3 && end - comma <= 3 && /^\s?(%|‰|±|\\%)/.test(text.slice(end, end + 3))
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (isDigit(text[end])) end++
  return end
}

interface Power {
  readonly exponent: number
  readonly end: number
  /** A power of ten alone. */
  readonly isBare: boolean
}

function readPower(text: string, { digits, end }: Mantissa): Power | null {
  if (/[eE]/.test(text[end] ?? '')) {
    const power = readExponent(text, end + 1)
    return power && !isWord(text[power.end]) ? { ...power, isBare: false } : null
  }
  if (digits === '10') {
    const power = readRaised(text, end)
    if (power) return { ...power, isBare: true }
  }
  const sign = /^\s?(×|x|\*|·|\\times|\\cdot)\s?10/.exec(text.slice(end, end + 12))
  const power = sign && readRaised(text, end + sign[0].length)
  return power ? { ...power, isBare: false } : null
}

function readRaised(text: string, at: number): { exponent: number; end: number } | null {
  let stop = at
  while (isRaised(text[stop] ?? '')) stop++
  if (stop > at) {
    const exponent = Number(levelled(text.slice(at, stop)))
    return Number.isInteger(exponent) ? { exponent, end: stop } : null
  }
  if (text[at] !== '^') return null
  const closes = text[at + 1] === '{' ? '}' : text[at + 1] === '(' ? ')' : ''
  const power = readExponent(text, at + 1 + closes.length)
  if (!power || (closes !== '' && text[power.end] !== closes)) return null
  return { exponent: power.exponent, end: power.end + closes.length }
}

function readExponent(text: string, at: number): { exponent: number; end: number } | null {
  const from = isSign(text[at]) ? at + 1 : at
  const end = digitsEnd(text, from)
  if (end === from || end - from > 3) return null
  return { exponent: Number(text.slice(from, end)) * (/[-−]/.test(text[at]) ? -1 : 1), end }
}

function footnoteEnd(text: string, at: number): number {
  let end = at
  while (isRaised(text[end] ?? '')) end++
  if (end > at) return end
  if (/^[*†‡](?![\p{L}\p{N}])/u.test(text.slice(at, at + 3))) return at + 1
  return /^\^\p{L}(?![\p{L}\p{N}])/u.test(text.slice(at, at + 4)) ? at + 2 : at
}

/** Whether more belongs to the digits: a unit or the end of a sentence may follow. */
function goesOn(text: string, end: number): boolean {
  const after = text.slice(end, end + 24)
  if (/^(x|×|pp|pts|nats|bits)(?![\p{L}\p{N}])/u.test(after)) return false
  return /^(?:[\p{L}\p{N}_\ufffc^*]|[.:·]\d|[-/]\p{L}|,\d)/u.test(after) || isDate(text, end)
}
