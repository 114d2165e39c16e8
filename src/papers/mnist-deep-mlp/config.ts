import { z } from 'zod'
import { momentumKeys, sharedKeys, sizeKeys, widths } from '../config-keys.ts'

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...sizeKeys,
  ...momentumKeys,
  hiddenWidths: widths('widths of the hidden layers'),
  optimiser: z.enum(['nesterov', 'heavy-ball']).describe('update rule'),
  learningRateDecay: z.number().positive().describe('factor on the learning rate after each epoch'),
  deformation: z.boolean().describe('bend every training image afresh in every epoch'),
  rotationDegrees: z.number().nonnegative().describe('largest rotation either way'),
  translationPixels: z.number().nonnegative().describe('largest shift either way'),
  scaleLow: z.number().positive().describe('smallest scale'),
  scaleHigh: z.number().positive().describe('largest scale'),
  elasticSigma: z
    .int()
    .min(0)
    .max(28)
    .describe('width of the Gaussian that smooths displacements, in pixels; at most the image'),
  elasticAlpha: z
    .number()
    .nonnegative()
    .describe('strength of the elastic displacement, in pixels'),
})
