import { z } from 'zod'
import { exitCodes, UserError } from '../../user-error.ts'
import { plainText } from '../text/plain-text.ts'
import { refusedJson } from './refused-json.ts'
import { relationNames } from './relation.ts'

/** More than these nobody reads. */
export const mostEntries = 500

const words = z.string().min(1).max(2000)
const path = z.string().min(1).max(500)
const clause = z.string().max(40)

/** A place of the folder, or of a page above it, with the words that stand there. */
export const placeSchema = z.strictObject({
  path,
  /** Where the words begin, from 1. */
  line: z.int().positive(),
  /** As they stand there; blanks and marks of layout do not count. */
  words,
})

/** Arithmetic that anybody can do again: "the ratio of 0.91 and 0.7 is 1.3". */
export const relationSchema = z.strictObject({
  says: z.enum(relationNames),
  of: z.array(z.number()).min(1).max(200),
  /** What it comes to, at the precision at which it is written; not for `differ`, `less`, `more`. */
  is: z.number().optional(),
})

export const entrySchema = z.strictObject({
  clause,
  severity: z.enum(['MUST', 'SHOULD']),
  places: z.array(placeSchema).length(2),
  numbers: z.array(relationSchema).max(20).default([]),
  /** What is wrong, one sentence. */
  sentence: z
    .string()
    .trim()
    .min(10)
    .max(2000)
    .refine((text) => (text.match(/\p{L}/gu) ?? []).length >= 10, 'must have ten letters at least'),
})

/** What a person or an agent answers to a packet of `assay review`. */
export const reviewSchema = z.strictObject({
  schema: z.literal('assay/review@1'),
  /** Who read: a name that the report gives. */
  reader: z.string().min(1).max(200),
  read: z.strictObject({
    /** The folder’s name. */
    folder: words,
    /** sha256 of each file that is cited, as the packet gives it. */
    files: z.record(
      path,
      z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256: 64 digits from 0 to f'),
    ),
  }),
  entries: z.array(entrySchema).max(mostEntries),
  /** Clauses under which the reader looked and found nothing wrong. */
  answers: z
    .array(
      z.strictObject({
        clause,
        found: z.literal('nothing'),
        note: words.optional(),
      }),
    )
    .max(200)
    .default([]),
})

export type ReviewEntry = z.output<typeof entrySchema>
export type Review = z.output<typeof reviewSchema>

/** Reads a review. Throws UserError of one sentence: it is no JSON, or not what was expected and where. */
export function readReview(text: string, path: string): Review {
  const refuse = (what: string): never => {
    throw new UserError(
      plainText(`${path} ${what}. assay review FOLDER prints the shape of a review`),
      exitCodes.usage,
    )
  }
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return refuse(`is not JSON: ${(error as Error).message}`)
  }
  const { success, data, error } = reviewSchema.safeParse(json)
  if (success) return data
  return refuse(`is no review: ${refusedJson(error.issues[0])}`)
}
