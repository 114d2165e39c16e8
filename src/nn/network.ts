import type { Backend, Real } from '../numerics/backend.ts'
import type { Stream } from '../numerics/stream.ts'
import type { BackwardPass, Layer, ParameterSpec } from './layer.ts'

/** A trainable tensor with its gradient; both are views into the network's two arenas. */
export interface Parameter {
  readonly name: string
  readonly spec: ParameterSpec
  readonly value: Real
  readonly gradient: Real
}

/** Layers one after another, with memory for `batch` rows. */
export interface Network {
  readonly layers: readonly Layer[]
  readonly batch: number
  readonly classes: number
  readonly parameters: readonly Parameter[]
  /** The parameters as a record digests them: name, shape, values. */
  readonly named: readonly { name: string; shape: readonly number[]; values: Real }[]
  /** All parameters in one contiguous run, each tensor from a 64-byte boundary, zeros between. */
  readonly values: Real
  readonly gradients: Real
  initialise(stream: Stream): void
  /**
   * Logits, rows x classes: a view that the next forward pass overwrites. With `noise`, layers that
   * act at random in training draw from it; without, nothing is random.
   */
  forward(x: Real, rows: number, noise?: Stream): Real
  /** What a layer holds of the last forward pass: its output, and what it saved. Views. */
  held(layer: number): { readonly y: Real; readonly saved: readonly Real[] }
  /** Gradients of every parameter, from the last forward pass of the same rows. */
  backward(dlogits: Real, rows: number): void
  /** Every branch taken in the last forward pass of these rows: where it changes, there is a kink. */
  decisions(rows: number): Uint8Array[]
}

const boundary = 16

const length = (shape: readonly number[]) => shape.reduce((size, side) => size * side, 1)
const padded = (size: number) => Math.ceil(size / boundary) * boundary

/** Gives the layers memory: two arenas (values, gradients), activations, and what the passes keep. */
export function buildNetwork(b: Backend, layers: readonly Layer[], batch: number): Network {
  layers.forEach((layer, i) => {
    if (i > 0 && layers[i - 1].outputs !== layer.inputs)
      throw new RangeError(
        `Layer ${i + 1} (${layer.kind}) takes ${layer.inputs} inputs, the layer before gives ${layers[i - 1].outputs}`,
      )
  })

  const total = layers
    .flatMap((layer) => layer.parameters)
    .reduce((sum, { shape }) => sum + padded(length(shape)), 0)
  const values = b.reals(total)
  const gradients = b.reals(total)

  let from = 0
  const slots = layers.map((layer, i) => ({
    parameters: layer.parameters.map((spec): Parameter => {
      const [start, end] = [from, from + length(spec.shape)]
      from += padded(length(spec.shape))
      return {
        name: `${i + 1}.${layer.kind}.${spec.name}`,
        spec,
        value: values.subarray(start, end),
        gradient: gradients.subarray(start, end),
      }
    }),
    y: b.reals(batch * layer.outputs),
    dx: i === 0 ? null : b.reals(batch * layer.inputs),
    saved: layer.saved.map((width) => b.reals(batch * width)),
    scratch: layer.scratch.map((width) => b.reals(batch * width)),
  }))
  // Made once: a training step only sets what changes in them, and so allocates nothing.
  const passes = slots.map(
    ({ parameters, y, ...matrices }): { -readonly [K in keyof BackwardPass]: BackwardPass[K] } => ({
      ...matrices,
      rows: 0,
      x: y,
      y,
      dy: y,
      parameters: parameters.map(({ value }) => value),
      gradients: parameters.map(({ gradient }) => gradient),
    }),
  )
  const parameters = slots.flatMap((slot) => slot.parameters)

  return {
    layers,
    batch,
    classes: layers[layers.length - 1].outputs,
    parameters,
    named: parameters.map(({ name, spec, value }) => ({ name, shape: spec.shape, values: value })),
    values,
    gradients,

    initialise(stream) {
      for (const { spec, value } of parameters) spec.initialise(b, value, spec.shape, stream)
    },

    forward(x, rows, noise) {
      for (let i = 0; i < passes.length; i++) {
        const pass = passes[i]
        pass.rows = rows
        pass.x = x
        const own = layers[i].noise
        if (own && noise) own.draw(b, pass, noise)
        else if (own) own.still(b, pass)
        layers[i].forward(b, pass)
        x = pass.y
      }
      return x
    },

    held: (layer) => passes[layer],

    backward(dlogits, rows) {
      let dy = dlogits
      for (let i = passes.length - 1; i >= 0; i--) {
        const pass = passes[i]
        pass.rows = rows
        pass.dy = dy
        layers[i].backward(b, pass)
        if (pass.dx) dy = pass.dx
      }
    },

    decisions(rows) {
      return layers.flatMap((layer, i) =>
        layer.decisions ? [layer.decisions({ ...passes[i], rows })] : [],
      )
    },
  }
}

/** How many numbers the layers train. */
export function parameterCount(layers: readonly Layer[]): number {
  return layers.flatMap((layer) => layer.parameters).reduce((n, { shape }) => n + length(shape), 0)
}

/**
 * Floating-point operations of one example: forward alone, and forward with backward. A product takes
 * a sum, too, in each of three passes; the first layer's input gradient is never computed.
 */
export function costOfExample(layers: readonly Layer[]): { forward: number; training: number } {
  const products = layers.map(
    (layer) =>
      layer.products ??
      layer.parameters.reduce((n, { shape }) => n + (shape.length === 2 ? length(shape) : 0), 0),
  )
  const forward = 2 * products.reduce((sum, n) => sum + n, 0)
  return { forward, training: 3 * forward - 2 * products[0] }
}
