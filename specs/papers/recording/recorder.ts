import type { Layer } from '../../../src/nn/layer.ts'
import type { OptimiserFactory } from '../../../src/nn/optimiser.ts'
import type { Backend, Real } from '../../../src/numerics/backend.ts'
import type { RecipeParts } from '../../../src/papers/paper.ts'

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

const copy = (x: Real, length = x.length) => Float64Array.from(x.subarray(0, length))

/**
 * The backend and the parts themselves, with a note of each batch that the first layer takes, of each
 * loss and of each step of the optimiser. Whatever layers, kernels and rules a paper has, all of it
 * passes here.
 */
export function recorder(b: Backend, parts: RecipeParts, weightScale: number) {
  const updates: Update[] = []
  const readings: Batch[] = []
  let epoch = 1
  let x = new Float64Array()
  let learned: Pick<Update, keyof Batch | 'labels' | 'dlogits'>
  let raw: { at: number; values: Float64Array }[] = []

  const backend: Backend = {
    ...b,
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
  }

  const rawOf = (g: Real) => {
    const whole = new Float64Array(g.length)
    for (const { at, values } of raw)
      if (at >= g.byteOffset && at < g.byteOffset + g.byteLength)
        whole.set(values, (at - g.byteOffset) / g.BYTES_PER_ELEMENT)
    return whole
  }

  const make: OptimiserFactory = (backendOfRun, length) => {
    const rule = parts.optimiser.make(backendOfRun, length)
    return {
      ...rule,
      step(w, g, rate) {
        const [before, gradient] = [copy(w), copy(g)]
        rule.step(w, g, rate)
        updates.push({ ...learned, before, rawGradient: rawOf(g), gradient, rate, after: copy(w) })
      },
    }
  }

  const [first, ...rest] = parts.layers.map((layer) => scaled(layer, weightScale))
  const watched: Layer = {
    ...first,
    forward(backendOfRun, pass) {
      x = copy(pass.x, pass.rows * first.inputs)
      first.forward(backendOfRun, pass)
    },
  }
  return {
    backend,
    parts: {
      ...parts,
      layers: [watched, ...rest],
      optimiser: { ...parts.optimiser, make },
    },
    updates,
    readings,
    endEpoch() {
      epoch++
    },
  }
}

/** The layer, with weights that start at a multiple of what they would. */
const scaled = (layer: Layer, by: number): Layer => ({
  ...layer,
  parameters: layer.parameters.map((spec) =>
    spec.role === 'weight' && by !== 1
      ? {
          ...spec,
          initialise(b, x, shape, stream) {
            spec.initialise(b, x, shape, stream)
            b.scale(x, by, x.length)
          },
        }
      : spec,
  ),
})
