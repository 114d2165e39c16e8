import { exitCodes, UserError } from '../../user-error.ts'
import type { Backend, Dtype, Kernels } from '../backend.ts'
import { createArena } from './arena.ts'
import { bindKernels, type KernelExports } from './exports.ts'

export interface WasmOptions {
  /** Size of the backend's memory, 512 unless told; only what is used is taken from the machine. */
  readonly mebibytes?: number
}

const pagesPerMebibyte = 16

/**
 * A backend over its own fixed memory. Needs no file and no Node, so a page can create one from
 * fetched bytes. Throws a UserError where the memory cannot be had or, later, is full.
 */
export function wasmBackend(
  module: WebAssembly.Module,
  dtype: Dtype,
  { mebibytes = 512 }: WasmOptions = {},
): Backend {
  const memory = reserve(mebibytes)
  const exports = bindKernels(module, memory, dtype)
  return {
    name: 'wasm',
    dtype,
    ...createArena(memory.buffer, exports.arenaStart(), dtype),
    ...wrapKernels(exports, memory.buffer),
  }
}

function reserve(mebibytes: number): WebAssembly.Memory {
  const pages = mebibytes * pagesPerMebibyte
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages })
  } catch {
    throw new UserError(
      `Cannot reserve ${mebibytes} MiB for the wasm backend. Run fewer jobs at once, or create the ` +
        'backend with fewer mebibytes (4095 is the most).',
      exitCodes.couldNotRun,
    )
  }
}

type Operand = Float32Array | Float64Array | Int32Array | Uint8Array

/** Turns arrays into addresses. An array of another memory is a bug of the caller and throws. */
function wrapKernels(
  { kernels: k, aleaState, scratchBytes }: KernelExports,
  buffer: ArrayBuffer,
): Kernels {
  const alea = new Float64Array(buffer, aleaState(), 4)
  const scratch = scratchBytes()

  function at(x: Operand): number {
    if (x.buffer !== buffer) throw new Error('An array from outside the backend reached a kernel')
    return x.byteOffset
  }
  function needScratch(bytes: number): void {
    if (bytes > scratch) throw new Error(`A kernel needs ${bytes} bytes of scratch, has ${scratch}`)
  }

  return {
    matmul: (c, a, b, accumulate, aRow, aColumn, bRow, bColumn, m, n, depth) =>
      k.matmul(at(c), at(a), at(b), +accumulate, aRow, aColumn, bRow, bColumn, m, n, depth),
    addBias: (y, bias, rows, columns) => k.addBias(at(y), at(bias), rows, columns),
    columnSums: (out, x, rows, columns) => k.columnSums(at(out), at(x), rows, columns),
    exp: (y, x, length) => k.exp(at(y), at(x), length),
    tanh: (y, x, length) => k.tanh(at(y), at(x), length),
    tanhBackward: (dx, dy, y, length) => k.tanhBackward(at(dx), at(dy), at(y), length),
    sigmoid: (y, x, length) => k.sigmoid(at(y), at(x), length),
    sigmoidBackward: (dx, dy, y, length) => k.sigmoidBackward(at(dx), at(dy), at(y), length),
    relu: (y, x, length) => k.relu(at(y), at(x), length),
    reluBackward: (dx, dy, x, length) => k.reluBackward(at(dx), at(dy), at(x), length),
    lwta: (y, x, block, length) => k.lwta(at(y), at(x), block, length),
    lwtaBackward: (dx, dy, x, block, length) =>
      k.lwtaBackward(at(dx), at(dy), at(x), block, length),
    highwayGate: (y, h, t, x, length) => k.highwayGate(at(y), at(h), at(t), at(x), length),
    highwayGateBackward: (dh, dt, carry, dy, h, t, x, length) =>
      k.highwayGateBackward(at(dh), at(dt), at(carry), at(dy), at(h), at(t), at(x), length),
    softmax: (p, logits, active, rows, classes) =>
      k.softmax(at(p), at(logits), at(active), rows, classes),
    softmaxCrossEntropy: (d, losses, logits, labels, active, rows, classes) =>
      k.softmaxCrossEntropy(at(d), at(losses), at(logits), at(labels), at(active), rows, classes),
    squaredNorm: (x, length) => k.squaredNorm(at(x), length),
    fill: (x, value, length) => k.fill(at(x), value, length),
    fillUniform: (x, state, low, high, length) => {
      alea.set([state.s0, state.s1, state.s2, state.c])
      k.fillUniform(at(x), low, high, length)
      state.s0 = alea[0]
      state.s1 = alea[1]
      state.s2 = alea[2]
      state.c = alea[3]
    },
    add: (y, x, length) => k.add(at(y), at(x), length),
    scale: (x, s, length) => k.scale(at(x), s, length),
    addScaled: (y, x, s, length) => k.addScaled(at(y), at(x), s, length),
    sgd: (w, g, rate, length) => k.sgd(at(w), at(g), rate, length),
    heavyBall: (w, v, g, rate, mu, length) => k.heavyBall(at(w), at(v), at(g), rate, mu, length),
    nesterov: (w, v, g, rate, mu, length) => k.nesterov(at(w), at(v), at(g), rate, mu, length),
    nesterovRateInVelocity: (w, v, g, rate, mu, length) =>
      k.nesterovRateInVelocity(at(w), at(v), at(g), rate, mu, length),
    adam: (w, m, v, g, rate, b1, b2, epsilon, c1, c2, length) =>
      k.adam(at(w), at(m), at(v), at(g), rate, b1, b2, epsilon, c1, c2, length),
    smoothFields: (out, fields, taps, amplitude, count, side, radius) => {
      needScratch((side + 2 * radius + 4) * 16)
      k.smoothFields(at(out), at(fields), at(taps), amplitude, count, side, radius)
    },
    warp: (out, images, affine, displacement, count, side) => {
      needScratch((side + 2) ** 2 * 8)
      k.warp(at(out), at(images), at(affine), at(displacement), count, side)
    },
  }
}
