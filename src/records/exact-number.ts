import { z } from 'zod'

const words = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity, '-0': -0 } as const

type NumberWord = keyof typeof words

/**
 * True for the words that represent numbers in our JSON. A string value must not be one of them.
 */
export function isNumberWord(text: string): text is NumberWord {
  return Object.hasOwn(words, text)
}

/**
 * A number in our JSON: NaN, the infinities and -0, which JSON cannot represent, are written as
 * words.
 */
export const exactNumber = z.codec(
  z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity', '-0'])]),
  z.union([z.number(), z.nan(), z.literal(Infinity), z.literal(-Infinity)]),
  {
    decode: (written) => (typeof written === 'string' ? words[written] : written),
    encode: (value): number | NumberWord => {
      if (Object.is(value, -0)) return '-0'
      return Number.isFinite(value) ? value : (String(value) as NumberWord)
    },
  },
)

/** The shortest decimal that reads back as the same number; -0 and 0 have different texts. */
export function exactText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}
