/** A number as it stands in a text. */
export interface WrittenNumber {
  /** As it is written, with its percent sign. */
  readonly text: string
  /** As it is read, before any percent sign divides it. */
  readonly value: number
  /** Digits after the point: how much it says. */
  readonly places: number
  readonly percent: boolean
}

/**
 * Signed, with thousands separated or a decimal comma; not what belongs to a word, a version, a date
 * or a range.
 */
const number =
  /(?<![\w.,\-−–/:])([-−]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(e[+-]?\d+)?(?![\w/]|[.,:\-–]\d)(\s?%)?/gi

/** The numbers of a text, in its order. */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(number)].flatMap(([whole, sign, digits, exponent = '', percent]) => {
    const plain = withoutCommas(digits.replace(/,$/, ''))
    const value = Number(`${sign ? '-' : ''}${plain}${exponent}`)
    if (!Number.isFinite(value)) return []
    const fraction = plain.split('.')[1]?.length ?? 0
    const places = Math.max(0, fraction - Number(exponent.slice(1) || 0))
    return [{ text: whole.replace(/,$/, ''), value, places, percent: percent !== undefined }]
  })
}

/** "60,000" is sixty thousand; "0,966" is written with a decimal comma. */
const withoutCommas = (digits: string) =>
  /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(',', '.')

/** Whether a value is what was written, at the precision it was written with. */
export function agrees({ value, places }: WrittenNumber, exact: number): boolean {
  const half = 0.5 / Number(`1e${Math.min(places, 17)}`)
  return Math.abs(exact - value) <= half * (1 + 1e-9)
}
