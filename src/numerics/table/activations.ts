import type { Real } from '../dtype.ts'
import { heavy, kernel, light } from './kernel.ts'
import { read, size, written } from './operands.ts'

const unary = (least: number) =>
  kernel<[y: Real, x: Real, length: number]>(
    [written('y', 'length'), read('x', 'length'), size('length')],
    { inPlace: true, cut: { along: 'length', least } },
  )

/** The derivative of an activation is a function of its output y. */
const backwardFromOutput = kernel<[dx: Real, dy: Real, y: Real, length: number]>(
  [written('dx', 'length'), read('dy', 'length'), read('y', 'length'), size('length')],
  { inPlace: true, cut: { along: 'length', least: light } },
)

export const activations = {
  /** y = e^x */
  exp: unary(heavy),
  /** y = tanh x */
  tanh: unary(heavy),
  /** dx = r(dy * r(1 - r(y*y))) */
  tanhBackward: backwardFromOutput,
  /** y = 1 / (1 + e^-x) */
  sigmoid: unary(heavy),
  /** dx = r(dy * r(y * r(1 - y))) */
  sigmoidBackward: backwardFromOutput,
  /** y = x < 0 ? 0 : x, so NaN stays NaN and -0 stays -0 */
  relu: unary(light),
  /** dx = x > 0 ? dy : +0 */
  reluBackward: kernel<[dx: Real, dy: Real, x: Real, length: number]>(
    [written('dx', 'length'), read('dy', 'length'), read('x', 'length'), size('length')],
    { inPlace: true, cut: { along: 'length', least: light } },
  ),
}
