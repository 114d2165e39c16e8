import type { Layer } from '../../../src/nn/layer.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'

/** y of one layer for all rows of x, by the formula of its kind. */
type Formula = (x: Float64Array, layer: Layer, parameters: readonly Float64Array[]) => Float64Array

const dense: Formula = (x, { inputs, outputs }, [weight, bias]) =>
  Float64Array.from({ length: (x.length / inputs) * outputs }, (_, at) => {
    const [row, j] = [Math.floor(at / outputs), at % outputs]
    let sum = bias[j]
    for (let k = 0; k < inputs; k++) sum += x[row * inputs + k] * weight[k * outputs + j]
    return sum
  })

/** The layers that most nets are made of. What a mechanism adds is held by the mechanism's probe. */
const formulas: Readonly<Record<string, Formula>> = {
  dense,
  tanh: (x) => x.map(Math.tanh),
  relu: (x) => x.map((value) => Math.max(0, value)),
  sigmoid: (x) => x.map((value) => 1 / (1 + Math.exp(-value))),
}

export const handmade: readonly string[] = Object.keys(formulas)

/** A layer of another kind does by itself what it does in its net. */
const itself: Formula = (x, layer, parameters) => {
  const b = createReferenceBackend('f64')
  const rows = x.length / layer.inputs
  const matrix = (width: number) => b.reals(rows * width)
  const y = matrix(layer.outputs)
  const pass = { rows, x, y, parameters, saved: layer.saved.map(matrix) }
  layer.noise?.still(b, pass)
  layer.forward(b, pass)
  return Float64Array.from(y)
}

/** The logits of some images; `parameters` are those of all layers, in their order. */
export function logitsByHand(
  layers: readonly Layer[],
  parameters: readonly Float64Array[],
  images: Float64Array,
): Float64Array {
  let from = 0
  return layers.reduce((x, layer) => {
    const own = parameters.slice(from, from + layer.parameters.length)
    from += own.length
    return (formulas[layer.kind] ?? itself)(x, layer, own)
  }, images)
}
