import type { Kernels, Real } from '../backend.ts'
import { numberOf as op, type Run } from './operations.ts'

type Operand = Float32Array | Float64Array | Int32Array | Uint8Array

/** Elements in a block of the squared norm. */
const normBlock = 4096
/** Blocks whose sums are kept at once. */
const keptSums = 4096

/** What the kernels need of the backend's memory for themselves, in float64 elements. */
export const ownDoubles = 4 + keptSums

/** A memory with one thread's way into it. */
export interface LinearMemory {
  readonly buffer: ArrayBufferLike
  /** The operands of the next call, read by `run`. */
  readonly box: Float64Array
  readonly run: Run
  /** `ownDoubles` float64 of the memory. */
  readonly own: Float64Array
  /** Bytes that one line or image of a deformation may take; null where there is no bound. */
  readonly scratchBytes: number | null
}

/**
 * The kernels over a linear memory: arrays become addresses, and each call puts its operands into the
 * box. An array of another memory is a bug of the caller and throws.
 */
export function linearKernels({ buffer, box, run, own, scratchBytes }: LinearMemory): Kernels {
  const alea = own.subarray(0, 4)
  const sums = own.subarray(4)

  function at(x: Operand): number {
    if (x.buffer !== buffer) throw new Error('An array from outside the backend reached a kernel')
    return x.byteOffset
  }
  function needScratch(bytes: number): void {
    if (scratchBytes !== null && bytes > scratchBytes)
      throw new Error(`A kernel needs ${bytes} bytes of scratch, has ${scratchBytes}`)
  }
  // Parameters with defaults and not a rest: nothing is allocated.
  function call(
    operation: number,
    o0 = 0,
    o1 = 0,
    o2 = 0,
    o3 = 0,
    o4 = 0,
    o5 = 0,
    o6 = 0,
    o7 = 0,
    o8 = 0,
    o9 = 0,
    o10 = 0,
  ): void {
    box[0] = o0
    box[1] = o1
    box[2] = o2
    box[3] = o3
    box[4] = o4
    box[5] = o5
    box[6] = o6
    box[7] = o7
    box[8] = o8
    box[9] = o9
    box[10] = o10
    // A counter of tiles, where threads share a product.
    box[11] = 0
    run(operation)
  }

  function squaredNorm(x: Real, length: number): number {
    const address = at(x)
    let total = 0
    for (let from = 0; from < length; from += keptSums * normBlock) {
      const some = Math.min(length - from, keptSums * normBlock)
      call(op.squaredBlocks, at(sums), address + from * x.BYTES_PER_ELEMENT, some)
      for (let i = 0; i * normBlock < some; i++) total += sums[i]
    }
    return total
  }

  return {
    matmul: (c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, depth) =>
      call(op.matmul, at(c), at(a), at(b), +accumulate, aRow, aColumn, bRow, bColumn, m, n, depth),
    addBias: (y, bias, rows, columns) => call(op.addBias, at(y), at(bias), rows, columns),
    columnSums: (out, x, rows, columns) => call(op.columnSums, at(out), at(x), rows, columns),
    exp: (y, x, length) => call(op.exp, at(y), at(x), length),
    tanh: (y, x, length) => call(op.tanh, at(y), at(x), length),
    tanhBackward: (dx, dy, y, length) => call(op.tanhBackward, at(dx), at(dy), at(y), length),
    sigmoid: (y, x, length) => call(op.sigmoid, at(y), at(x), length),
    sigmoidBackward: (dx, dy, y, length) => call(op.sigmoidBackward, at(dx), at(dy), at(y), length),
    relu: (y, x, length) => call(op.relu, at(y), at(x), length),
    reluBackward: (dx, dy, x, length) => call(op.reluBackward, at(dx), at(dy), at(x), length),
    lwta: (y, x, block, length) => call(op.lwta, at(y), at(x), block, length),
    lwtaBackward: (dx, dy, x, block, length) =>
      call(op.lwtaBackward, at(dx), at(dy), at(x), block, length),
    highwayGate: (y, h, t, x, length) => call(op.highwayGate, at(y), at(h), at(t), at(x), length),
    highwayGateBackward: (dh, dt, carry, dy, h, t, x, length) =>
      call(op.highwayGateBackward, at(dh), at(dt), at(carry), at(dy), at(h), at(t), at(x), length),
    softmax: (p, logits, active, rows, classes) =>
      call(op.softmax, at(p), at(logits), at(active), rows, classes),
    softmaxCrossEntropy: (d, losses, logits, labels, active, rows, classes) =>
      call(
        op.softmaxCrossEntropy,
        at(d),
        at(losses),
        at(logits),
        at(labels),
        at(active),
        rows,
        classes,
      ),
    squaredNorm,
    lookUp: (y, codes, table, length) => call(op.lookUp, at(y), at(codes), at(table), length),
    fill: (x, value, length) => call(op.fill, at(x), value, length),
    fillUniform: (x, state, low, high, length) => {
      alea[0] = state.s0
      alea[1] = state.s1
      alea[2] = state.s2
      alea[3] = state.c
      call(op.fillUniform, at(x), at(alea), low, high, length)
      state.s0 = alea[0]
      state.s1 = alea[1]
      state.s2 = alea[2]
      state.c = alea[3]
    },
    add: (y, x, length) => call(op.add, at(y), at(x), length),
    scale: (x, s, length) => call(op.scale, at(x), s, length),
    addScaled: (y, x, s, length) => call(op.addScaled, at(y), at(x), s, length),
    sgd: (w, g, rate, length) => call(op.sgd, at(w), at(g), rate, length),
    heavyBall: (w, v, g, rate, mu, length) =>
      call(op.heavyBall, at(w), at(v), at(g), rate, mu, length),
    nesterov: (w, v, g, rate, mu, length) =>
      call(op.nesterov, at(w), at(v), at(g), rate, mu, length),
    nesterovRateInVelocity: (w, v, g, rate, mu, length) =>
      call(op.nesterovRateInVelocity, at(w), at(v), at(g), rate, mu, length),
    adam: (w, m, v, g, rate, b1, b2, epsilon, c1, c2, length) =>
      call(op.adam, at(w), at(m), at(v), at(g), rate, b1, b2, epsilon, c1, c2, length),
    smoothFields: (out, fields, taps, amplitude, count, side, radius) => {
      needScratch((side + 2 * radius + 4) * 16)
      call(op.smoothFields, at(out), at(fields), at(taps), amplitude, count, side, radius)
    },
    warp: (out, images, affine, displacement, count, side) => {
      needScratch((side + 2) * (side + 2) * 8)
      call(op.warp, at(out), at(images), at(affine), at(displacement), count, side)
    },
  }
}
