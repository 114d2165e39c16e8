import { z } from 'zod'

/** A number of things; `most` where more of them would only exhaust the machine. */
export const count = (meaning: string, most = Number.MAX_SAFE_INTEGER) =>
  z.int().positive().max(most).describe(meaning)
const fraction = (meaning: string) => z.number().min(0).max(1).describe(meaning)

/** What a run needs more of, the larger a key of its config is: a refusal names the keys to lower. */
export type Grows = 'memory' | 'updates'

/** The key, which says that a run needs more of this, the larger it is. */
export const growing = <T extends z.ZodType>(key: T, grows: Grows): T => key.meta({ grows })

/** Keys that every paper has, with the same meaning. */
export const sharedKeys = {
  dtype: z.enum(['f32', 'f64']).describe('arithmetic of the run; goldens accept f32 only'),
  batchSize: growing(count('examples in one update', 100_000), 'memory'),
  learningRate: z.number().positive().describe('learning rate at the start'),
}

/** Keys of the papers that train with momentum. */
export const momentumKeys = {
  momentum: fraction('share of the velocity kept from step to step'),
  weightDecay: z.number().nonnegative().describe('lambda of the coupled L2 decay'),
}

/** Keys of the papers that train and test on a part of the whole set. */
export const sizeKeys = {
  trainImages: count('training images used; all when the set holds fewer'),
  testImages: count('test images used; all when the set holds fewer'),
  epochs: growing(count('passes over the training images', 100_000), 'updates'),
}

export const widths = (meaning: string) => {
  const joined = z
    .string()
    .regex(
      /^[1-9]\d{0,4}(-[1-9]\d{0,4})*$/,
      'widths joined by "-", each below 100000, such as 512-256',
    )
  return growing(joined.describe(meaning), 'memory')
}

/** "512-256" as numbers. */
export const parseWidths = (text: string) => text.split('-').map(Number)
