import { z } from 'zod'
import { momentumKeys, sharedKeys, sizeKeys, widths } from '../config-keys.ts'

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...sizeKeys,
  ...momentumKeys,
  hiddenWidths: widths('widths of the hidden layers'),
  optimiser: z
    .enum(['nesterov-rate-in-velocity', 'nesterov', 'heavy-ball'])
    .describe('update rule'),
  laterLearningRate: z.number().positive().describe('learning rate from the drop on'),
  dropEpoch: z.int().positive().describe('first epoch (from 1) of the later learning rate'),
  decayBiases: z.boolean().describe('decay biases as well as weights'),
  columns: z.int().positive().describe('columns in one average'),
})
