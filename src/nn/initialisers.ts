import type { Backend, Real } from '../numerics/backend.ts'
import { fillNormal } from '../numerics/normals.ts'
import type { Stream } from '../numerics/stream.ts'

/**
 * Fills a tensor before training. `shape` of a weight is [fanIn, fanOut]; a convolution's fanIn is all
 * that its window covers.
 */
export type Initialiser = (b: Backend, x: Real, shape: readonly number[], stream: Stream) => void

const uniform = (b: Backend, x: Real, shape: readonly number[], stream: Stream, limit: number) =>
  b.fillUniform(x, stream.state, -limit, limit, shape[0] * shape[1])

/** U(-a, a) with a = sqrt(6 / (fanIn + fanOut)): Glorot and Bengio 2010, eq. 16. */
export const glorotUniform: Initialiser = (b, x, shape, stream) =>
  uniform(b, x, shape, stream, Math.sqrt(6 / (shape[0] + shape[1])))

/** U(-a, a) with a = 1 / sqrt(fanIn). */
export const fanInUniform: Initialiser = (b, x, shape, stream) =>
  uniform(b, x, shape, stream, 1 / Math.sqrt(shape[0]))

/** N(0, 2 / fanIn): He et al. 2015, eq. 10. */
export const heNormal: Initialiser = (_b, x, shape, stream) =>
  fillNormal(x, stream, Math.sqrt(2 / shape[0]), shape[0] * shape[1])

/** Every element the same; draws nothing. */
export const constant =
  (value: number): Initialiser =>
  (b, x, shape) =>
    b.fill(x, value, shape[0])

export const zeros = constant(0)
