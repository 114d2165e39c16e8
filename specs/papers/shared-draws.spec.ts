import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { runStream, type Stream } from '../../src/numerics/stream.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config, Paper } from '../../src/papers/paper.ts'
import { digestTensors } from '../../src/records/digest.ts'
import { resolveConfig } from '../../src/run/resolve.ts'

const dataset = drawStrokes({ train: 128, test: 20 })
const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug)!

interface Watched {
  /** Names of the streams that the run asked for. */
  readonly streams: readonly string[]
  /** Digests of the parameters by epoch. */
  readonly digests: readonly string[]
}

/** Runs an arm at a rate that moves no weight, so that the parameters are still those drawn. */
async function watched(paper: Paper, arm: string, given: Config = {}, seed = 0): Promise<Watched> {
  const { train } = await paper.load()
  const still = { ...paper.glimpse, learningRate: 1e-300, weightDecay: 0, ...given }
  const known = Object.entries(still).filter(([key]) => key in paper.config.shape)
  const config = resolveConfig(paper, 'quick', arm, Object.fromEntries(known))
  const streams: string[] = []
  const digests: string[] = []
  train({
    config,
    seed,
    dataset,
    backend: createWasmBackend('f32', { mebibytes: 64 }),
    stream(purpose, of = seed): Stream {
      const stream = runStream(paper.slug, purpose, of)
      streams.push(stream.name)
      return stream
    },
    step: () => {},
    report: () => {},
    inputs: [],
    epoch: (parameters) =>
      digests.push(
        digestTensors(
          parameters.map(({ name, shape, values }) => ({
            // Layers of one shape are compared, whatever they are called.
            ...{ name: name.replace(/^.*\./, ''), shape, dtype: 'f32' as const, data: values },
          })),
        ),
      ),
  })
  return { streams, digests }
}

describe('arms that are compared share what they draw', () => {
  const pairs = [
    ['mnist-deep-mlp', 'deformed', 'undeformed'],
    ['compete-to-compute', 'lwta', 'relu'],
  ] as const

  it.each(pairs)('%s: %s and %s start from the same parameters', async (slug, one, other) => {
    const first = await watched(paperOf(slug), one)
    const second = await watched(paperOf(slug), other)
    expect(first.digests[0]).toBe(second.digests[0])
    const elsewhere = await watched(paperOf(slug), one, {}, 1)
    expect(elsewhere.digests[0]).not.toBe(first.digests[0])
  })

  it.each([...pairs, ['highway-networks', 'highway', 'plain'] as const])(
    '%s: %s and %s see the same images in the same order',
    async (slug, one, other) => {
      const shared = /\/(init|order|subset|test subset)\//
      const ofOne = (await watched(paperOf(slug), one)).streams.filter((name) => shared.test(name))
      const ofOther = (await watched(paperOf(slug), other)).streams.filter((name) =>
        shared.test(name),
      )
      expect(new Set(ofOne)).toEqual(new Set(ofOther))
      expect(ofOne.length).toBeGreaterThanOrEqual(3)
    },
  )

  it('deforming draws from a stream of its own and shifts no other', async () => {
    const { streams } = await watched(paperOf('mnist-deep-mlp'), 'deformed')
    expect(streams).toContain('mnist-deep-mlp/deformation/seed 0')
    expect((await watched(paperOf('mnist-deep-mlp'), 'undeformed')).streams).not.toContain(
      'mnist-deep-mlp/deformation/seed 0',
    )
  })

  it('sharedOrder=false gives each arm of compete-to-compute an order of its own', async () => {
    const paper = paperOf('compete-to-compute')
    const { streams } = await watched(paper, 'lwta', { sharedOrder: false })
    expect(streams).toContain('compete-to-compute/order of lwta/seed 0')
  })

  it('columns of every seed are tested on the same images, highway nets on those of their seed', async () => {
    const test = async (slug: string, arm: string) =>
      (await watched(paperOf(slug), arm, {}, 3)).streams.filter((name) => name.includes('test'))
    expect(await test('mcdnn-image-bench', 'column')).toEqual([
      'mcdnn-image-bench/test subset/seed 0',
    ])
    expect(await test('highway-networks', 'highway')).toEqual([
      'highway-networks/test subset/seed 3',
    ])
  })
})
