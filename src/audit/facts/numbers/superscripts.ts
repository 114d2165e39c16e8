const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const level = '0123456789+-'

/** Digits and signs as raised letters, "-1" as "⁻¹"; other words behind a circumflex, as in "n^th". */
export function superscript(words: string): string {
  const plain = words.trim().replace(/[−–]/g, '-')
  if (plain === '') return ''
  const letters = [...plain].map((letter) => raised[level.indexOf(letter)])
  return letters.includes(undefined as never) ? `^${plain}` : letters.join('')
}

/** Raised letters as digits and signs: "⁻¹" as "-1". */
export const levelled = (letters: string): string =>
  [...letters].map((letter) => level[raised.indexOf(letter)]).join('')

export const isRaised = (letter: string): boolean => letter !== '' && raised.includes(letter)
