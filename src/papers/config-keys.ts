import { z } from 'zod'

const count = (meaning: string) => z.int().positive().describe(meaning)
const fraction = (meaning: string) => z.number().min(0).max(1).describe(meaning)

/** Keys that all four papers have, with the same meaning. */
export const sharedKeys = {
  dtype: z.enum(['f32', 'f64']).describe('arithmetic of the run; goldens accept f32 only'),
  batchSize: count('examples in one update'),
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
  epochs: count('passes over the training images'),
}

export const widths = (meaning: string) =>
  z
    .string()
    .regex(/^[1-9]\d*(-[1-9]\d*)*$/, 'widths joined by "-", such as 512-256')
    .describe(meaning)

/** "512-256" as numbers. */
export const parseWidths = (text: string) => text.split('-').map(Number)
