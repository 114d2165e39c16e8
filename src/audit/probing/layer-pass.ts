import type { Layer } from '../../nn/layer.ts'
import type { Backend, Real } from '../../numerics/backend.ts'
import { fillNormal } from '../../numerics/normals.ts'
import { namedStream, type Stream } from '../../numerics/stream.ts'

/** One layer with memory of its own: its parameters as initialised, and random examples. */
export interface LayerPass {
  readonly rows: number
  readonly x: Real
  readonly y: Real
  readonly dx: Real
  readonly dy: Real
  /** A tensor by its "kind.name". Throws RangeError when the layer has none of that name. */
  tensor(name: string): Real
  /** With `noise`, a layer that acts at random draws from it; without, nothing is random. */
  forward(noise?: Stream): void
  backward(): void
}

export function layerPass(b: Backend, layer: Layer, rows: number): LayerPass {
  const stream = namedStream(`audit/${layer.kind}/seed 0`)
  const matrix = (width: number) => b.reals(rows * width)
  const tensors = () =>
    layer.parameters.map(({ shape }) => b.reals(shape.reduce((size, side) => size * side, 1)))
  const [x, dx] = [matrix(layer.inputs), matrix(layer.inputs)]
  const [y, dy] = [matrix(layer.outputs), matrix(layer.outputs)]
  const [parameters, gradients] = [tensors(), tensors()]
  const pass = { rows, x, y, parameters, saved: layer.saved.map(matrix) }
  const back = { ...pass, dx, dy, gradients, scratch: layer.scratch.map(matrix) }
  layer.parameters.forEach((spec, i) => {
    spec.initialise(b, parameters[i], spec.shape, stream)
  })
  fillNormal(x, stream, 1, x.length)
  fillNormal(dy, stream, 1, dy.length)
  return {
    rows,
    x,
    y,
    dx,
    dy,
    tensor(name) {
      const at = layer.parameters.findIndex((spec) => `${layer.kind}.${spec.name}` === name)
      if (at < 0) throw new RangeError(`A ${layer.kind} layer has no tensor ${name}`)
      return parameters[at]
    },
    forward(noise) {
      if (noise) layer.noise?.draw(b, pass, noise)
      else layer.noise?.still(b, pass)
      layer.forward(b, pass)
    },
    backward: () => layer.backward(b, back),
  }
}
