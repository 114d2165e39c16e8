import type { Layer } from '../../nn/layer.ts'
import type { Real } from '../../numerics/backend.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { DeclaredMechanism } from '../../papers/paper.ts'
import { type LayerPass, layerPass } from '../probing/layer-pass.ts'
import {
  layersOf,
  type MechanismProbe,
  nearness,
  presence,
  roundingError,
  type Sentence,
} from '../probing/mechanism.ts'
import type { ProbedPaper } from '../probing/probed-paper.ts'

const rows = 3
/** A bias beyond which float64's sigmoid is 0 or 1 to the last bit. */
const shut = -1000

/** The gate of Srivastava, Greff and Schmidhuber 2015, eq. 3 and 4, in every block of a net. */
export const probe: MechanismProbe = {
  inLayer: true,
  tensors: ['weight', 'bias', 'gateWeight', 'gateBias'],
  keys: [],
  look,
}

function look(probed: ProbedPaper, declared: DeclaredMechanism): Sentence[] {
  const tensors = declared.tensors as Tensors
  const found = layersOf(probed, declared)
  const there = presence('highway blocks', found)
  if (found.layers.length === 0) return [there]
  return [
    there,
    nearness(
      'a closed gate passes x on: T = 0, y = x',
      ...overAll(found.layers, tensors, closed),
      0,
    ),
    nearness(
      'an open gate gives H: T = 1, y = H(x)',
      ...overAll(found.layers, tensors, open),
      roundingError,
    ),
    nearness(
      'in between y = H(x) T(x) + x (1 - T(x))',
      ...overAll(found.layers, tensors, between),
      roundingError,
    ),
    freshGates(found.layers, tensors),
  ]
}

/** H(x) = tanh(x weight + bias), T(x) = sigmoid(x gateWeight + gateBias). */
type Tensors = Readonly<Record<'weight' | 'bias' | 'gateWeight' | 'gateBias', string>>

type Look = (pass: LayerPass, tensors: Tensors) => readonly number[]

/** What came out of all layers, end to end, and what eq. 3 asks. */
function overAll(
  layers: readonly Layer[],
  tensors: Tensors,
  look: Look,
): [got: number[], expected: number[]] {
  const got: number[] = []
  const expected: number[] = []
  const b = createWasmBackend('f64', { mebibytes: 32 })
  for (const layer of layers) {
    const pass = layerPass(b, layer, rows)
    const asked = look(pass, tensors)
    pass.forward()
    got.push(...pass.y)
    expected.push(...asked)
  }
  return [got, expected]
}

const closed: Look = (pass, { gateBias }) => {
  pass.tensor(gateBias).fill(shut)
  return [...pass.x]
}

const open: Look = (pass, tensors) => {
  pass.tensor(tensors.gateBias).fill(-shut)
  return transformed(pass, tensors)
}

const between: Look = (pass, tensors) => {
  const h = transformed(pass, tensors)
  const t = affine(pass, pass.tensor(tensors.gateWeight), pass.tensor(tensors.gateBias)).map(
    (a) => 1 / (1 + Math.exp(-a)),
  )
  return h.map((hi, i) => hi * t[i] + pass.x[i] * (1 - t[i]))
}

/** H(x), with biases that are no longer all alike: else it would not show that they are left out. */
function transformed(pass: LayerPass, tensors: Tensors): number[] {
  const bias = pass.tensor(tensors.bias)
  bias.forEach((_, j) => {
    bias[j] = 0.25 - j / 64
  })
  return affine(pass, pass.tensor(tensors.weight), bias).map(Math.tanh)
}

/** x W + b in plain loops. */
function affine({ x, rows }: LayerPass, weight: Real, bias: Real): number[] {
  const width = bias.length
  return Array.from({ length: rows * width }, (_, at) => {
    const [row, j] = [Math.floor(at / width), at % width]
    let sum = 0
    for (let k = 0; k < width; k++) sum += x[row * width + k] * weight[k * width + j]
    return sum + bias[j]
  })
}

function freshGates(layers: readonly Layer[], { gateBias }: Tensors): Sentence {
  const b = createWasmBackend('f64', { mebibytes: 32 })
  const biases = layers.flatMap((layer) => [...layerPass(b, layer, rows).tensor(gateBias)])
  return {
    says: 'a fresh gate is more closed than open: its bias is below 0',
    holds: biases.every((bias) => bias < 0),
    seen: `biases from ${Math.min(...biases)} to ${Math.max(...biases)}`,
  }
}
