import { describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { Paper } from '../../src/papers/paper.ts'
import { tensorFromBytes } from '../../src/records/tensor-bytes.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runJob } from '../../src/run/run-job.ts'
import { layersOfArm, trainedArms } from './arms.ts'
import { smallConfig } from './recording/recorded-run.ts'

const images = { train: 400, test: 200 }
const dataset = drawStrokes(images)

/** A glimpse of one arm in narrow nets, and the snapshots that it left. */
async function glimpse(paper: Paper, arm: string) {
  const place = { paper, preset: 'quick', dataset: 'strokes', images } as const
  const narrow = Object.entries({ hiddenWidths: '40-40', depth: 5 })
  const known = narrow.filter(([key]) => key in smallConfig(paper, arm))
  const overrides = { ...paper.glimpse, ...Object.fromEntries(known) }
  const [planned] = await planJobs({ ...place, arms: [arm], seeds: [0], overrides })
  const backend = createWasmBackend('f32', { mebibytes: 16 })
  const { record, artifacts } = await runJob(paper, planned, dataset, backend, [], () => {})
  const snapshots = (record.snapshots ?? []).map((snapshot, at) => {
    const bytes = artifacts[record.artifacts.length + at]
    const values = [...tensorFromBytes(snapshot, bytes).data]
    return [snapshot.name, { shape: snapshot.shape, values }] as const
  })
  return { record, snapshots: new Map(snapshots), epochs: record.curves.epoch.length }
}

type Glimpse = Awaited<ReturnType<typeof glimpse>>

const runs = await Promise.all(
  papers.flatMap((paper) =>
    trainedArms(paper).map(async (arm) => ({
      arm,
      slug: paper.slug,
      layers: layersOfArm(paper, arm),
      ...(await glimpse(paper, arm)),
    })),
  ),
)

/** The runs that left a snapshot of this name. */
const leaving = (name: string) => runs.filter(({ snapshots }) => snapshots.has(name))
const of = ({ snapshots }: Glimpse, name: string) => snapshots.get(name)!

describe.each(leaving('transformGates'))('transformGates of $slug, $arm', (run) => {
  it('begin at sigmoid(-2), and a row follows each epoch', () => {
    const { shape, values } = of(run, 'transformGates')
    expect(shape).toEqual([run.epochs + 1, 5])
    for (const gate of values.slice(0, 5)) expect(gate).toBeCloseTo(0.12, 1)
    expect(values.slice(-5)).not.toEqual(values.slice(0, 5))
  })
})

it('transformGates are left by nets that have gates, and by no others', () => {
  const left = new Set(leaving('transformGates').map(({ layers }) => layers.join()))
  expect([...left].every((layers) => layers.includes('highway'))).toBe(true)
  expect(left.size).toBeGreaterThan(0)
})

describe.each(leaving('answers'))('answers of $slug, $arm', (run) => {
  const { count, total } = run.record.counts.testError

  it('all test images are counted, and the errors are those of the metric', () => {
    const { shape, values } = of(run, 'answers')
    expect(shape).toEqual([run.epochs + 1, 10, 10])
    const last = values.slice(-100)
    expect(last.reduce((a, b) => a + b)).toBe(total)
    expect(last.filter((_, i) => i % 11 === 0).reduce((a, b) => a + b)).toBe(total - count)
  })
})

describe.each(leaving('misreadAs'))('misreadAs of $slug, $arm', (run) => {
  it('holds images whose truth differs from the answer, the surest first', () => {
    const { shape, values } = of(run, 'misreadAs')
    expect(shape[0]).toBe(Math.min(24, run.record.counts.testError.count))
    const rows = Array.from({ length: shape[0] }, (_, i) => values.slice(3 * i, 3 * i + 3))
    for (const [truth, answer] of rows) expect(truth).not.toBe(answer)
    const sureness = rows.map(([, , sure]) => sure)
    expect(sureness).toEqual([...sureness].sort((a, b) => b - a))
  })
})

describe.each(leaving('bentDigits'))('bentDigits of $slug, $arm', (run) => {
  it('one of each class, bent afresh in every epoch', () => {
    const pixels = dataset.train.side ** 2
    const { shape, values } = of(run, 'bentDigits')
    expect(shape).toEqual([run.epochs, 10, pixels])
    const [first, second] = [0, 1].map((epoch) =>
      values.slice(epoch * 10 * pixels, (epoch * 10 + 1) * pixels),
    )
    const original = of(run, 'digits').values.slice(0, pixels)
    expect(Math.max(...original)).toBeGreaterThan(0.5)
    expect(first).not.toEqual(original)
    expect(second).not.toEqual(first)
  })
})

const competing = leaving('unitsInUse').filter(({ layers }) => layers.includes('lwta'))

describe.each(competing)('unitsInUse of $slug, $arm', (run) => {
  it('the shares of a block of two add up to one', () => {
    const { shape, values } = of(run, 'unitsInUse')
    expect(shape).toEqual([run.epochs + 1, 2, 40])
    for (let i = 0; i < values.length; i += 2) expect(values[i] + values[i + 1]).toBeCloseTo(1, 5)
    for (const which of [0, 1])
      expect(values.some((share, i) => i % 2 === which && share > 0 && share < 1)).toBe(true)
  })
})

it('each kind of snapshot is left by some run', () => {
  const counts = ['transformGates', 'answers', 'misreadAs', 'bentDigits'].map(
    (name) => leaving(name).length,
  )
  expect(counts.every((count) => count > 0)).toBe(true)
  expect(competing.length).toBeGreaterThan(0)
})
