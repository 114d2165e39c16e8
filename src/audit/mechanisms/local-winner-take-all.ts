import type { Layer } from '../../nn/layer.ts'
import type { Real } from '../../numerics/backend.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { DeclaredMechanism } from '../../papers/paper.ts'
import { type LayerPass, layerPass } from '../probing/layer-pass.ts'
import { layersOf, type MechanismProbe, presence, type Sentence } from '../probing/mechanism.ts'
import type { ProbedPaper } from '../probing/probed-paper.ts'

const rows = 4

/** Blocks in which only the largest unit passes (Srivastava et al. 2013, section 3). */
export const probe: MechanismProbe = { inLayer: true, tensors: [], keys: ['block'], look }

function look(probed: ProbedPaper, declared: DeclaredMechanism): Sentence[] {
  const found = layersOf(probed, declared)
  const there = presence('LWTA blocks', found)
  const having = probed.arms.find(({ arm }) => arm === found.having[0])
  const block = Number(having?.config[declared.keys?.block ?? ''])
  if (found.layers.length === 0) return [there]
  const passes = found.layers.map((layer) => runOnce(layer, block))
  const blocks = passes.flatMap((pass) => blocksOf(pass, block))
  const tied = blocks.filter(({ x }) => x.every((value) => value === x[0]))
  const count = (says: string, some: readonly Block[], fits: (one: Block) => boolean): Sentence => {
    const right = some.filter(fits).length
    const holds = some.length > 0 && right === some.length
    return { says, holds, seen: `${right} of ${some.length} blocks of ${block}` }
  }
  return [
    there,
    count('exactly one unit of a block passes, the largest, unchanged', blocks, (one) =>
      isAlone(one.y, winnerOf(one.x), one.x[winnerOf(one.x)]),
    ),
    count('a tie goes to the lowest index', tied, ({ x, y }) => isAlone(y, 0, x[0])),
    count('the losers get no gradient, the winner all of it', blocks, ({ x, dx, dy }) =>
      isAlone(dx, winnerOf(x), dy[winnerOf(x)]),
    ),
  ]
}

interface Block {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly dx: readonly number[]
  readonly dy: readonly number[]
}

/** Random units, with ties: in every fifth block all are alike, below zero in every tenth. */
function runOnce(layer: Layer, block: number): LayerPass {
  const pass = layerPass(createWasmBackend('f64', { mebibytes: 8 }), layer, rows)
  for (let from = 0, i = 0; from < pass.x.length; from += block, i++)
    if (i % 5 === 0) pass.x.fill(i % 10 === 0 ? -0.5 : 0.5, from, from + block)
  pass.forward()
  pass.backward()
  return pass
}

function blocksOf({ x, y, dx, dy }: LayerPass, block: number): Block[] {
  const part = (of: Real, i: number) => [...of.subarray(i * block, (i + 1) * block)]
  return Array.from({ length: x.length / block }, (_, i) => ({
    x: part(x, i),
    y: part(y, i),
    dx: part(dx, i),
    dy: part(dy, i),
  }))
}

const winnerOf = (x: readonly number[]) => x.indexOf(Math.max(...x))

const isAlone = (values: readonly number[], at: number, expected: number) =>
  values.every((value, i) => value === (i === at ? expected : 0))
