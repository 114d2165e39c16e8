import { z } from 'zod'
import { count, momentumKeys, sharedKeys, sizeKeys, widths } from '../config-keys.ts'

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...sizeKeys,
  ...momentumKeys,
  hiddenWidths: widths('widths of the hidden layers'),
  optimiser: z
    .enum(['nesterov-rate-in-velocity', 'nesterov', 'heavy-ball'])
    .describe('update rule'),
  laterLearningRate: z.number().positive().describe('learning rate from the drop on'),
  dropEpoch: count('first epoch (from 1) of the later learning rate'),
  decayBiases: z.boolean().describe('decay biases as well as weights'),
  columns: count('columns in one average', 1000),
})
