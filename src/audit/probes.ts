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
  /** Trainable tensors of the headline nets that no check covers, each with its arm. */
  unchecked: z.array(z.string()),
  /** The updates that each arm's optimiser makes of one weight, on a known sequence of gradients. */
  optimisers: z.array(
    z.strictObject({
      arm: z.string(),
      /** The name by which the recipe goes. */
      announced: z.string(),
      /** What the configuration sets of it: `momentum`, or `beta1`, `beta2` and `epsilon`. */
      settings: z.record(z.string(), exactNumber),
      start: exactNumber,
      /** The learning rate of each step. It changes, for some rules part only where it does. */
      rates: z.array(exactNumber),
      gradients: z.array(exactNumber),
      /** The weight after each step. */
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

export type OptimiserProbe = Probes['optimisers'][number]
