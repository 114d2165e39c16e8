import fc from 'fast-check'
import type { KernelName, Kernels, Real } from '../../../../src/numerics/backend.ts'
import { alias, call, type ParityCase, reals } from '../call.ts'
import { inPlace, length, scalar } from './sizes.ts'

type Unary = (y: Real, x: Real, length: number) => void
type Binary = (dx: Real, dy: Real, x: Real, length: number) => void

function unary(kernel: (kernels: Kernels) => Unary): ParityCase {
  return fc
    .record({ length, inPlace })
    .map((sizes) =>
      call(
        sizes,
        { x: reals(sizes.length), y: sizes.inPlace ? alias('x') : reals(sizes.length) },
        (kernels, { x, y }) => kernel(kernels)(y, x, sizes.length),
      ),
    )
}

function binary(kernel: (kernels: Kernels) => Binary): ParityCase {
  return fc.record({ length, same: fc.constantFrom('neither', 'dy', 'x') }).map((sizes) =>
    call(
      sizes,
      {
        dy: reals(sizes.length),
        x: reals(sizes.length),
        dx: sizes.same === 'neither' ? reals(sizes.length) : alias(sizes.same),
      },
      (kernels, { dx, dy, x }) => kernel(kernels)(dx, dy, x, sizes.length),
    ),
  )
}

export const elementwiseCases = {
  exp: unary(({ exp }) => exp),
  tanh: unary(({ tanh }) => tanh),
  tanhBackward: binary(({ tanhBackward }) => tanhBackward),
  sigmoid: unary(({ sigmoid }) => sigmoid),
  sigmoidBackward: binary(({ sigmoidBackward }) => sigmoidBackward),
  relu: unary(({ relu }) => relu),
  reluBackward: binary(({ reluBackward }) => reluBackward),

  add: unary(({ add }) => add),
  scale: fc
    .record({ length, s: scalar })
    .map(({ length, s }) =>
      call({ length, s }, { x: reals(length) }, ({ scale }, { x }) => scale(x, s, length)),
    ),
  addScaled: fc
    .record({ length, s: scalar, inPlace })
    .map(({ length, s, inPlace }) =>
      call(
        { length, s, inPlace },
        { x: reals(length), y: inPlace ? alias('x') : reals(length) },
        ({ addScaled }, { x, y }) => addScaled(y, x, s, length),
      ),
    ),

  highwayGate: fc
    .record({ length, same: fc.constantFrom('none', 'h', 't', 'x') })
    .map(({ length, same }) =>
      call(
        { length, same },
        {
          h: reals(length),
          t: reals(length),
          x: reals(length),
          y: same === 'none' ? reals(length) : alias(same),
        },
        ({ highwayGate }, { y, h, t, x }) => highwayGate(y, h, t, x, length),
      ),
    ),
  highwayGateBackward: fc.record({ length, inPlace }).map(({ length, inPlace }) =>
    call(
      { length, inPlace },
      {
        dy: reals(length),
        h: reals(length),
        t: reals(length),
        x: reals(length),
        dh: inPlace ? alias('h') : reals(length),
        dt: inPlace ? alias('t') : reals(length),
        carry: inPlace ? alias('dy') : reals(length),
      },
      ({ highwayGateBackward }, { dh, dt, carry, dy, h, t, x }) =>
        highwayGateBackward(dh, dt, carry, dy, h, t, x, length),
    ),
  ),
} satisfies Partial<Record<KernelName, ParityCase>>
