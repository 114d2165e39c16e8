import type { Backend, Real } from '../../../src/numerics/backend.ts'
import { placeOf } from '../../../src/numerics/table/kernel.ts'
import { optimisers } from '../../../src/numerics/table/optimisers.ts'
import { pixelsOf } from './numbered-images.ts'

/** One batch on its way through the net. Matrices are rows x width. */
export interface Batch {
  /** From 1. */
  readonly epoch: number
  readonly x: Float64Array
  readonly logits: Float64Array
  /** 1 for each class that takes part. */
  readonly heads: readonly number[]
}

/** One update of all parameters, which lie end to end in `before`, `gradient` and `after`. */
export interface Update extends Batch {
  readonly labels: readonly number[]
  readonly dlogits: Float64Array
  readonly before: Float64Array
  /** As the backward pass left it: not clipped, nothing decayed. */
  readonly rawGradient: Float64Array
  /** As the update rule got it. */
  readonly gradient: Float64Array
  readonly rate: number
  readonly after: Float64Array
}

type Optimiser = keyof typeof optimisers
type AnyKernel = (...operands: (Real | number)[]) => void

const copy = (x: Real, length = x.length) => Float64Array.from(x.subarray(0, length))

/** The backend itself, with a note of each batch, loss and update that passes through it. */
export function recordingBackend(b: Backend) {
  const updates: Update[] = []
  const readings: Batch[] = []
  let epoch = 1
  let x = new Float64Array()
  let learned: Pick<Update, keyof Batch | 'labels' | 'dlogits'>
  let raw: { at: number; values: Float64Array }[] = []

  /** An update rule that keeps what it was given and what came of it. */
  const update = (rule: Optimiser) => {
    const [w, g, rate] = ['w', 'g', 'learningRate'].map((name) => placeOf(optimisers[rule], name))
    return (...operands: (Real | number)[]) =>
      record(operands[w] as Real, operands[g] as Real, operands[rate] as number, () =>
        (b[rule] as AnyKernel)(...operands),
      )
  }

  const record = (w: Real, g: Real, rate: number, step: () => void) => {
    const rawGradient = new Float64Array(g.length)
    for (const { at, values } of raw)
      if (at >= g.byteOffset && at < g.byteOffset + g.byteLength)
        rawGradient.set(values, (at - g.byteOffset) / g.BYTES_PER_ELEMENT)
    const [before, gradient] = [copy(w), copy(g)]
    step()
    updates.push({ ...learned, before, rawGradient, gradient, rate, after: copy(w) })
  }

  const backend: Backend = {
    ...b,
    matmul(...call) {
      const [, a, , , , , , , m, , k] = call
      if (k === pixelsOf) x = copy(a, m * k)
      b.matmul(...call)
    },
    softmax(...call) {
      b.softmax(...call)
      const [, logits, heads, rows, classes] = call
      // What the untrained net makes of the test images is for pictures alone.
      if (updates.length === 0) return
      readings.push({ epoch, x, logits: copy(logits, rows * classes), heads: [...heads] })
    },
    softmaxCrossEntropy(...call) {
      b.softmaxCrossEntropy(...call)
      const [dlogits, , logits, labels, heads, rows, classes] = call
      const [z, dz] = [copy(logits, rows * classes), copy(dlogits, rows * classes)]
      const seen = [...labels.subarray(0, rows)]
      learned = { epoch, x, logits: z, heads: [...heads], labels: seen, dlogits: dz }
      raw = []
    },
    squaredNorm(tensor, length) {
      raw.push({ at: tensor.byteOffset, values: copy(tensor, length) })
      return b.squaredNorm(tensor, length)
    },
    ...Object.fromEntries(
      (Object.keys(optimisers) as Optimiser[]).map((one) => [one, update(one)]),
    ),
  }
  return {
    backend,
    updates,
    readings,
    endEpoch() {
      epoch++
    },
  }
}
