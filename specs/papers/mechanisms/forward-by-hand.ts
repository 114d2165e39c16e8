import type { RecordedRun } from './recorded-run.ts'

type Vector = readonly number[]
type Activation = (z: Vector) => Vector
/** A highway block of one image: from its input, H(x) and T(x). */
type Block = (x: Vector, h: Vector, t: Vector) => Vector

const closeEnough = 1e-10

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
const tanh: Activation = (z) => z.map(Math.tanh)

/** Of each block of neighbours the first largest passes, the others are 0. */
const winners =
  (block: number): Activation =>
  (z) =>
    z.map((value, i) => {
      const from = i - (i % block)
      const best = Math.max(...z.slice(from, from + block))
      return from + z.slice(from, from + block).indexOf(best) === i ? value : 0
    })

const gated: Block = (x, h, t) => x.map((carried, i) => h[i] * t[i] + carried * (1 - t[i]))

/** What the hidden layers might compute: the nonlinearity after a plain layer, and the block. */
const nets: Readonly<Record<string, readonly [Activation, Block]>> = {
  'tanh, with blocks y = H T + x (1 - T)': [tanh, gated],
  'tanh, with blocks y = H (1 - T) + x T': [tanh, (x, h, t) => gated(h, x, t)],
  'tanh, with blocks y = H': [tanh, (_, h) => h],
  'tanh, with blocks y = x': [tanh, (x) => x],
  ReLU: [(z) => z.map((value) => Math.max(0, value)), (x) => x],
  'winners of blocks of 2': [winners(2), (x) => x],
  'winners of blocks of 4': [winners(4), (x) => x],
  'no nonlinearity': [(z) => z, (x) => x],
}

/** Every net of the list that, from the same parameters, gives the logits of all updates. */
export function netsBehind({ updates, tensorsIn }: RecordedRun): string[] {
  return Object.keys(nets).filter((name) =>
    updates.every(({ x, logits, before }) => {
      const tensors = tensorsIn(before)
      const rows = logits.length / 10
      const inputs = x.length / rows
      return Array.from({ length: rows }, (_, row) => row).every((row) => {
        const image = [...x.subarray(row * inputs, (row + 1) * inputs)]
        return logitsOf(tensors, image, ...nets[name]).every(
          (logit, c) => Math.abs(logit - logits[row * 10 + c]) <= closeEnough,
        )
      })
    }),
  )
}

/** The logits of one image; the last layer has no nonlinearity. */
function logitsOf(
  tensors: Record<string, Float64Array>,
  image: Vector,
  activation: Activation,
  block: Block,
): Vector {
  const layers = [...new Set(Object.keys(tensors).map((name) => name.replace(/\.\w+$/, '')))]
  return layers.reduce<Vector>((x, layer, i) => {
    const of = (name: string) => tensors[`${layer}.${name}`]
    if (!layer.endsWith('.highway')) {
      const z = affine(x, of('weight'), of('bias'))
      return i === layers.length - 1 ? z : activation(z)
    }
    const h = tanh(affine(x, of('weightH'), of('biasH')))
    const t = affine(x, of('weightT'), of('biasT')).map(sigmoid)
    return block(x, h, t)
  }, image)
}

const affine = (x: Vector, weight: Float64Array, bias: Float64Array): Vector =>
  Array.from(bias, (b, j) =>
    x.reduce((sum, value, k) => sum + value * weight[k * bias.length + j], b),
  )
