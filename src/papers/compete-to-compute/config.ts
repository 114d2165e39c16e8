import { z } from 'zod'
import { momentumKeys, sharedKeys, widths } from '../config-keys.ts'

export const configSchema = z.strictObject({
  ...sharedKeys,
  ...momentumKeys,
  hiddenWidths: widths('widths of the hidden layers'),
  activation: z.enum(['relu', 'lwta']).describe('nonlinearity of the hidden layers'),
  blockSize: z.int().positive().describe('units that compete in one LWTA block'),
  imagesPerClass: z.int().positive().describe('training images of each digit'),
  testImagesPerTask: z.int().positive().describe('test images of each task, at most'),
  epochsPerTask: z.int().positive().describe('epochs on the first task, and then on the second'),
  optimiser: z.enum(['heavy-ball', 'nesterov']).describe('update rule'),
  carryVelocity: z.boolean().describe('the velocity of the first task goes on into the second'),
  sharedOrder: z.boolean().describe('both arms of a seed see the same batches'),
})
