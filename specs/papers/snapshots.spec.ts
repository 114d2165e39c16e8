import { expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import { tensorFromBytes } from '../../src/records/tensor-bytes.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runJob } from '../../src/run/run-job.ts'

const images = { train: 400, test: 200 }
const dataset = drawStrokes(images)

/** A glimpse of one arm, and the snapshots that it left. */
async function glimpse(slug: string, arm: string, overrides = {}) {
  const paper = papers.find((one) => one.slug === slug)!
  const place = { paper, preset: 'quick', dataset: 'strokes', images } as const
  const [planned] = await planJobs({
    ...place,
    arms: [arm],
    seeds: [0],
    overrides: { ...paper.glimpse, ...overrides },
  })
  const backend = createWasmBackend('f32', { mebibytes: 64 })
  const { record, artifacts } = await runJob(paper, planned, dataset, backend, [], () => {})
  const snapshots = record.snapshots ?? []
  const tensor = (name: string) => {
    const at = snapshots.findIndex((one) => one.name === name)
    const bytes = artifacts[record.artifacts.length + at]
    return { shape: snapshots[at].shape, values: [...tensorFromBytes(snapshots[at], bytes).data] }
  }
  return { record, tensor, epochs: record.curves.epoch.length }
}

it('transform gates: they begin at sigmoid(-2), and a row follows each epoch', async () => {
  const { tensor, epochs } = await glimpse('highway-networks', 'highway-depth-5')
  const { shape, values } = tensor('transformGates')
  expect(shape).toEqual([epochs + 1, 5])
  for (const gate of values.slice(0, 5)) expect(gate).toBeCloseTo(0.12, 1)
  expect(values.slice(-5)).not.toEqual(values.slice(0, 5))
  const { record } = await glimpse('highway-networks', 'plain-depth-5')
  expect(record.snapshots).toBeUndefined()
})

it('answers: all test images are counted, and the errors are those of the metric', async () => {
  const { record, tensor, epochs } = await glimpse('mcdnn-image-bench', 'column', {
    hiddenWidths: '32-32',
  })
  const { count, total } = record.counts.testError
  const { shape, values } = tensor('answers')
  expect(shape).toEqual([epochs + 1, 10, 10])
  const last = values.slice(-100)
  expect(last.reduce((a, b) => a + b)).toBe(total)
  expect(last.filter((_, i) => i % 11 === 0).reduce((a, b) => a + b)).toBe(total - count)

  // Whose truth differs from the answer, the surest first.
  const misread = tensor('misreadAs')
  expect(misread.shape[0]).toBe(Math.min(24, count))
  const rows = Array.from({ length: misread.shape[0] }, (_, i) =>
    misread.values.slice(3 * i, 3 * i + 3),
  )
  for (const [truth, answer] of rows) expect(truth).not.toBe(answer)
  const sureness = rows.map(([, , sure]) => sure)
  expect(sureness).toEqual([...sureness].sort((a, b) => b - a))
})

it('bent digits: one of each class, bent afresh in every epoch', async () => {
  const { tensor, epochs } = await glimpse('mnist-deep-mlp', 'deformed', { hiddenWidths: '32' })
  const pixels = dataset.train.side ** 2
  const bent = tensor('bentDigits')
  expect(bent.shape).toEqual([epochs, 10, pixels])
  const [first, second] = [0, 1].map((epoch) =>
    bent.values.slice(epoch * 10 * pixels, (epoch * 10 + 1) * pixels),
  )
  const original = tensor('digits').values.slice(0, pixels)
  expect(Math.max(...original)).toBeGreaterThan(0.5)
  expect(first).not.toEqual(original)
  expect(second).not.toEqual(first)
})

it('units in use: the shares of a block of two add up to one', async () => {
  const { tensor, epochs } = await glimpse('compete-to-compute', 'lwta', { hiddenWidths: '40-40' })
  const { shape, values } = tensor('unitsInUse')
  expect(shape).toEqual([epochs + 1, 2, 40])
  for (let i = 0; i < values.length; i += 2) expect(values[i] + values[i + 1]).toBeCloseTo(1, 5)
  for (const which of [0, 1])
    expect(values.some((share, i) => i % 2 === which && share > 0 && share < 1)).toBe(true)
})
