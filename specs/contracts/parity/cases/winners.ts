import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { alias, call, type ParityCase, reals } from '../call.ts'
import { inPlace } from './sizes.ts'

const blocks = fc.record({
  block: fc.oneof(fc.constant(2), fc.integer({ min: 1, max: 7 })),
  count: fc.integer({ min: 0, max: 40 }),
  inPlace,
})

export const winnerCases = {
  lwta: blocks.map(({ block, count, inPlace }) => {
    const length = block * count
    return call(
      { block, length, inPlace },
      { x: reals(length), y: inPlace ? alias('x') : reals(length) },
      ({ lwta }, { y, x }) => lwta(y, x, block, length),
    )
  }),
  lwtaBackward: blocks.map(({ block, count, inPlace }) => {
    const length = block * count
    return call(
      { block, length, inPlace },
      { x: reals(length), dy: reals(length), dx: inPlace ? alias('dy') : reals(length) },
      ({ lwtaBackward }, { dx, dy, x }) => lwtaBackward(dx, dy, x, block, length),
    )
  }),
} satisfies Partial<Record<KernelName, ParityCase>>
