import { z } from 'zod'
import { count, growing, momentumKeys, parseWidths, sharedKeys, widths } from '../config-keys.ts'

const keys = z.strictObject({
  ...sharedKeys,
  ...momentumKeys,
  hiddenWidths: widths('widths of the hidden layers'),
  activation: z.enum(['relu', 'lwta']).describe('nonlinearity of the hidden layers'),
  blockSize: count('units that compete in one LWTA block; divides every hidden width'),
  imagesPerClass: count('training images of each digit'),
  testImagesPerTask: count('test images of each task, at most'),
  epochsPerTask: growing(
    count('epochs on the first task, and then on the second', 100_000),
    'updates',
  ),
  optimiser: z.enum(['heavy-ball', 'nesterov']).describe('update rule'),
  carryVelocity: z.boolean().describe('the velocity of the first task goes on into the second'),
  sharedOrder: z.boolean().describe('both arms of a seed see the same batches'),
})

export const configSchema = keys.refine(
  ({ activation, blockSize, hiddenWidths }) =>
    activation !== 'lwta' || parseWidths(hiddenWidths).every((width) => width % blockSize === 0),
  {
    path: ['blockSize'],
    error: ({ input }) => {
      const { blockSize, hiddenWidths } = input as z.output<typeof keys>
      return `blocks of ${blockSize} do not divide every one of the hiddenWidths ${hiddenWidths}; set a blockSize that does, or other hiddenWidths`
    },
  },
)
