import fc from 'fast-check'
import type { KernelName } from '../../../../src/numerics/backend.ts'
import { namedStream } from '../../../../src/numerics/stream.ts'
import { bytes, call, type ParityCase, reals } from '../call.ts'
import { length, scalar } from './sizes.ts'

export const fillCases = {
  fill: fc
    .record({ length, value: fc.oneof(scalar, fc.double()) })
    .map(({ length, value }) =>
      call({ length, value }, { x: reals(length) }, ({ fill }, { x }) => fill(x, value, length)),
    ),
  lookUp: fc.array(fc.nat(255), { maxLength: 300 }).map((codes) => {
    const operands = { y: reals(codes.length), codes: bytes(codes), table: reals(256) }
    return call({ codes: codes.length }, operands, ({ lookUp }, { y, codes: at, table }) =>
      lookUp(y, at, table, codes.length),
    )
  }),
  // The state that is left behind counts as much as the draws.
  fillUniform: fc
    .record({ length, low: scalar, high: scalar, stream: fc.nat(1000) })
    .map(({ length, low, high, stream }) =>
      call({ length, low, high, stream }, { x: reals(length) }, ({ fillUniform }, { x }) => {
        const { state } = namedStream(`parity/${stream}`)
        fillUniform(x, state, low, high, length)
        return [state.s0, state.s1, state.s2, state.c]
      }),
    ),
} satisfies Partial<Record<KernelName, ParityCase>>
