import { z } from 'zod'
import { termsSchema } from '../../records/claim-terms.ts'
import { jobSchema } from '../../records/record.ts'
import type { ComparedGolden } from './goldens-loosened.ts'

/** What any version of a golden says: version 1 knew no terms. */
const anyGolden = z.looseObject({
  paper: z.string(),
  dataset: jobSchema.shape.dataset,
  preset: jobSchema.shape.preset,
  records: z.array(z.looseObject({ job: jobSchema })),
  claims: z.record(
    z.string(),
    z.union([
      z.string().transform((outcome) => ({ outcome, terms: null })),
      z.looseObject({ terms: termsSchema.nullable() }),
    ]),
  ),
})

/** A golden of an earlier revision; null when the text is no golden. */
export function comparedGolden(text: string): ComparedGolden | null {
  try {
    return anyGolden.parse(JSON.parse(text)) as unknown as ComparedGolden
  } catch {
    return null
  }
}
