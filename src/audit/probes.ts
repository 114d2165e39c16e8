import { z } from 'zod'
import { exactNumber } from '../records/exact-number.ts'

/** What was seen of a paper's own code by calling it: no training. */
export const probesSchema = z.strictObject({
  /** Every trainable tensor of every net of the paper, analytic against numeric gradient. */
  gradients: z.array(
    z.strictObject({
      net: z.string(),
      tensor: z.string(),
      /** max|analytic - numeric| / max|analytic| at the best step size. */
      error: exactNumber,
      passes: z.boolean(),
    }),
  ),
  /** Trainable tensors of those nets that no check reached. */
  unchecked: z.array(z.string()),
  /** The updates that the paper's optimiser makes of one weight, on a known sequence of gradients. */
  optimisers: z.array(
    z.strictObject({
      arm: z.string(),
      /** What the configuration calls it. */
      announced: z.string(),
      start: exactNumber,
      learningRate: exactNumber,
      momentum: exactNumber,
      gradients: z.array(exactNumber),
      weights: z.array(exactNumber),
    }),
  ),
  /** Limits of the paper's mechanisms, each as a sentence that holds or does not. */
  mechanisms: z.array(
    z.strictObject({
      mechanism: z.string(),
      says: z.string(),
      holds: z.boolean(),
      seen: z.string(),
    }),
  ),
})

export type Probes = z.output<typeof probesSchema>
