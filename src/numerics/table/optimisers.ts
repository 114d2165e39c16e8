import type { Real } from '../dtype.ts'
import { kernel, light } from './kernel.ts'
import { read, scalar, size, updated } from './operands.ts'

const withMomentum = kernel<
  [w: Real, v: Real, g: Real, learningRate: number, momentum: number, length: number]
>(
  [
    updated('w', 'length'),
    updated('v', 'length'),
    read('g', 'length'),
    scalar('learningRate'),
    scalar('momentum'),
    size('length'),
  ],
  { cut: { along: 'length', least: light } },
)

export const optimisers = {
  /** w = r(w - r(lr*g)) */
  sgd: kernel<[w: Real, g: Real, learningRate: number, length: number]>(
    [updated('w', 'length'), read('g', 'length'), scalar('learningRate'), size('length')],
    { cut: { along: 'length', least: light } },
  ),

  /** v = r(r(mu*v) + g); w = r(w - r(lr*v)) */
  heavyBall: withMomentum,
  /** v = r(r(mu*v) + g); w = r(w - r(lr * r(g + r(mu*v)))) */
  nesterov: withMomentum,
  /** With the rate inside v: s = r(lr*g); v = r(r(mu*v) - s); w = r(w + r(r(mu*v) - s)) */
  nesterovRateInVelocity: withMomentum,

  /**
   * m = r(r(b1*m) + r((1-b1)*g)); v = r(r(b2*v) + r((1-b2) * r(g*g)));
   * w = r(w - r(r(lr * r(m/c1)) / r(r(sqrt(r(v/c2))) + eps))).
   * 1-b1 and 1-b2 are taken in float64; c1 = 1 - b1^t and c2 = 1 - b2^t come in as float64.
   */
  adam: kernel<
    [
      w: Real,
      m: Real,
      v: Real,
      g: Real,
      learningRate: number,
      beta1: number,
      beta2: number,
      epsilon: number,
      correction1: number,
      correction2: number,
      length: number,
    ]
  >(
    [
      updated('w', 'length'),
      updated('m', 'length'),
      updated('v', 'length'),
      read('g', 'length'),
      scalar('learningRate'),
      scalar('beta1'),
      scalar('beta2'),
      scalar('epsilon'),
      scalar('correction1'),
      scalar('correction2'),
      size('length'),
    ],
    { cut: { along: 'length', least: light } },
  ),
}
