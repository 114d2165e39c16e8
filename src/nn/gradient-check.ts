import type { Backend, Real } from '../numerics/backend.ts'
import { fillNormal } from '../numerics/normals.ts'
import { namedStream, type Stream } from '../numerics/stream.ts'
import { compareAll, type Evaluation, type TensorGradient } from './central-differences.ts'
import type { BackwardPass, Layer } from './layer.ts'
import type { LossFactory } from './loss.ts'
import { softmaxCrossEntropy } from './losses/softmax-cross-entropy.ts'
import { buildNetwork } from './network.ts'

/** A paper's network, small enough for every entry to be checked, at its full depth. */
export interface GradientCase {
  readonly name: string
  readonly layers: readonly Layer[]
  readonly batch: number
  /** Weights are multiplied by this after initialisation, where gradients would vanish otherwise. */
  readonly weightScale?: number
  /** Classes of the head that is trained; all when absent. */
  readonly heads?: readonly number[]
}

/** Every parameter tensor of a network under softmax cross-entropy. `b` computes in float64. */
export function checkNetworkGradients(
  b: Backend,
  { layers, batch, weightScale = 1, heads }: GradientCase,
  stream: Stream,
): TensorGradient[] {
  const network = buildNetwork(b, layers, batch)
  const { classes, parameters } = network
  network.initialise(stream)
  for (const { spec, value } of parameters)
    if (spec.role === 'weight') b.scale(value, weightScale, value.length)
    else jitter(b, value, stream)

  const x = b.reals(batch * layers[0].inputs)
  fillNormal(x, stream, 1, x.length)
  const loss = softmaxCrossEntropy(b, batch, classes)
  const open = heads ?? Array.from({ length: classes }, (_, c) => c)
  loss.active.fill(0)
  for (const c of open) loss.active[c] = 1
  const labels = b.indices(batch)
  for (let i = 0; i < batch; i++) labels[i] = open[Math.floor(stream.next() * open.length)]

  const evaluate = (): Evaluation => ({
    value: loss.evaluate(network.forward(x, batch, sameNoise(layers)), labels, batch),
    decisions: network.decisions(batch),
  })
  evaluate()
  network.backward(loss.dlogits, batch)
  return compareAll(
    parameters.map(({ name, value, gradient }) => ({
      tensor: name,
      values: value,
      analytic: gradient.slice(),
    })),
    evaluate,
  )
}

/**
 * One layer alone, under the objective sum(c * y) with random c: its input's gradient and every
 * parameter's. `forward` and `backward` may be done by different backends, for negative controls.
 */
export function checkLayerGradients(
  b: Backend,
  layer: Layer,
  rows: number,
  stream: Stream,
  backwardBackend: Backend = b,
): TensorGradient[] {
  const matrices = (widths: readonly number[]) => widths.map((width) => b.reals(rows * width))
  const tensors = () =>
    layer.parameters.map(({ shape }) => b.reals(shape.reduce((size, side) => size * side, 1)))
  const [x, dx] = matrices([layer.inputs, layer.inputs])
  const [y, dy] = matrices([layer.outputs, layer.outputs])
  const [parameters, gradients] = [tensors(), tensors()]
  const [saved, scratch] = [matrices(layer.saved), matrices(layer.scratch)]
  const pass: BackwardPass = { rows, x, y, dx, dy, parameters, gradients, saved, scratch }

  layer.parameters.forEach((spec, i) => {
    spec.initialise(b, parameters[i], spec.shape, stream)
    if (spec.role === 'bias') jitter(b, parameters[i], stream)
  })
  fillNormal(x, stream, 1, x.length)
  fillNormal(dy, stream, 1, dy.length)

  const evaluate = (): Evaluation => {
    const noise = sameNoise([layer])
    if (noise) layer.noise?.draw(b, pass, noise)
    layer.forward(b, pass)
    let value = 0
    for (let i = 0; i < y.length; i++) value += dy[i] * y[i]
    return { value, decisions: layer.decisions ? [layer.decisions(pass)] : [] }
  }
  evaluate()
  layer.backward(backwardBackend, pass)
  return compareAll(
    [
      { tensor: 'input', values: x, analytic: dx.slice() },
      ...layer.parameters.map(({ name }, i) => ({
        tensor: name,
        values: parameters[i],
        analytic: gradients[i].slice(),
      })),
    ],
    evaluate,
  )
}

/**
 * The gradient of a loss with respect to its logits, with the classes of `heads` active. Value and
 * gradient may be done by different backends, for negative controls.
 */
export function checkLossGradient(
  b: Backend,
  lossOf: LossFactory,
  rows: number,
  classes: number,
  heads: readonly number[],
  stream: Stream,
  backwardBackend: Backend = b,
): TensorGradient[] {
  const logits = b.reals(rows * classes)
  fillNormal(logits, stream, 2, logits.length)
  const labels = b.indices(rows)
  for (let i = 0; i < rows; i++) labels[i] = heads[Math.floor(stream.next() * heads.length)]
  const [value, gradient] = [b, backwardBackend].map((backend) => {
    const loss = lossOf(backend, rows, classes)
    for (let c = 0; c < classes; c++) loss.active[c] = heads.includes(c) ? 1 : 0
    return loss
  })
  gradient.evaluate(logits, labels, rows)
  return compareAll(
    [{ tensor: 'logits', values: logits, analytic: gradient.dlogits.slice() }],
    () => ({ value: value.evaluate(logits, labels, rows), decisions: [] }),
  )
}

/** Where a layer acts at random: the same draws each time, so that a pass can be compared with another. */
const sameNoise = (layers: readonly Layer[]) =>
  layers.some(({ noise }) => noise) ? namedStream('gradient check/noise/seed 0') : undefined

/** Biases start at zero or all alike; a check at such a point would miss what depends on them. */
function jitter(b: Backend, bias: Real, stream: Stream): void {
  const noise = b.reals(bias.length)
  fillNormal(noise, stream, 0.1, noise.length)
  b.add(bias, noise, bias.length)
}
