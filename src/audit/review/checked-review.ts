import { z } from 'zod'
import { placeSchema, relationSchema } from './review-json.ts'

/** What became of a review: what holds, what was refused and why. Part of a report. */
export const checkedReviewSchema = z.strictObject({
  reader: z.string(),
  /** Entries in which everything that can be checked holds: read by a person, not found by a rule. */
  holds: z.array(
    z.strictObject({
      clause: z.string(),
      /** SHOULD where no number of one place is set against one of the other. */
      severity: z.enum(['MUST', 'SHOULD']),
      /** Nothing here computes it again: it rests on the reader alone. */
      isJudgement: z.boolean(),
      what: z.string(),
      places: z.array(placeSchema),
      numbers: z.array(relationSchema),
    }),
  ),
  refused: z.array(
    z.strictObject({
      /** Its place among the entries of the review, from 1. */
      entry: z.int().positive(),
      clause: z.string(),
      what: z.string(),
      why: z.string(),
    }),
  ),
  /** Clauses that a reader answers, under which nothing was found, and those without an answer. */
  nothingFound: z.array(z.string()),
  unanswered: z.array(z.string()),
})

export type CheckedReview = z.output<typeof checkedReviewSchema>
