import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installedNumpy, lookForNumpy, numpyPeer, papersInNumpy } from '../../bench/peers/numpy.ts'
import { headlineConfig, type StepRecipe, stepRecipes } from '../../bench/step-recipes.ts'
import { createTrainee } from '../../bench/trainee.ts'
import { balancedSubset, imageBatches, inOrder } from '../../src/data/batches.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import type { Network } from '../../src/nn/network.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'

const hasNumpy = installedNumpy().version !== undefined
const steps = 3

/** Float32 sums in another order, over three updates; a term left out is a hundred times more. */
const tolerance = 2e-5

/** A decay and a clipping that three updates show. */
function exaggerated(recipe: StepRecipe) {
  const { clipNorm, weightDecay } = recipe
  return {
    weightDecay: 1e4 * weightDecay,
    ...(clipNorm !== null && { clipNorm: clipNorm / 100 }),
  }
}

/** As numpy keeps them: weights before biases. */
function flat({ parameters }: Network): Float32Array {
  const ordered = (['weight', 'bias'] as const).flatMap((role) =>
    parameters.filter(({ spec }) => spec.role === role).map(({ value }) => value),
  )
  const all = new Float32Array(ordered.reduce((sum, { length }) => sum + length, 0))
  let from = 0
  for (const value of ordered) {
    all.set(value, from)
    from += value.length
  }
  return all
}

function stepsOfBoth(recipe: StepRecipe) {
  const { batchSize: rows, heads, paper, arm } = recipe
  const config = { ...headlineConfig(paper, arm), ...exaggerated(recipe) }
  const images = drawStrokes({ train: 2 * steps * rows, test: 0 }).train
  const order = (
    heads
      ? balancedSubset(images, heads, images.count, namedStream('spec/order'))
      : inOrder(images.count)
  ).slice(0, steps * rows)
  const source = imageBatches(createReferenceBackend('f32'), images, recipe.pixels, order.length)
  const x = new Float32Array(order.length * source.inputs)
  const labels = new Int32Array(order.length)
  source.load(x, labels, order, 0, order.length)

  const backend = createWasmBackend('f32', { mebibytes: 128 })
  const trainee = createTrainee(
    backend,
    { ...recipe, ...exaggerated(recipe) },
    images,
    order,
    namedStream('spec/init'),
  )
  const before = flat(trainee.network)
  const folder = mkdtempSync(join(tmpdir(), 'assay-numpy-'))
  try {
    const head = heads ? [heads[0], heads[heads.length - 1] + 1] : null
    const settings = { slug: paper.slug, config, head, rows }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
    for (const [name, content] of Object.entries({ parameters: before, x, labels }))
      writeFileSync(join(folder, name), content)
    const { stdout, stderr } = spawnSync(
      'python3',
      [join(import.meta.dirname, 'numpy-steps.py'), folder],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    const after = readFileSync(join(folder, 'after'))
    return {
      before,
      ours: {
        losses: Array.from({ length: steps }, () => trainee.update(rows)),
        after: flat(trainee.network),
      },
      theirs: {
        losses: JSON.parse(stdout) as number[],
        after: new Float32Array(after.buffer, after.byteOffset, after.length / 4),
      },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const largest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0)

const inNumpy = stepRecipes.filter(({ paper }) => papersInNumpy.includes(paper.slug))

test('numpy has a step of each paper that it is said to have', () => {
  expect(new Set(inNumpy.map(({ paper }) => paper.slug))).toEqual(new Set(papersInNumpy))
})

test.skipIf(!hasNumpy).each(inNumpy)('numpy takes the same steps: $name', (recipe) => {
  const { before, ours, theirs } = stepsOfBoth(recipe)
  expect(theirs.losses).toHaveLength(steps)
  for (const [i, loss] of theirs.losses.entries()) expect(loss).toBeCloseTo(ours.losses[i], 4)
  const moved = largest(ours.after, before)
  expect(moved).toBeGreaterThan(100 * tolerance)
  expect(largest(ours.after, theirs.after)).toBeLessThan(tolerance)
})

test.skipIf(!hasNumpy)('numpy times itself, for as long as it is told', async () => {
  const [m, k, n] = [8, 8, 8]
  const { name, time } = numpyPeer(1)({ kind: 'matmul', settings: { m, k, n, form: 'TN' } })
  expect(name).toBe('numpy, 1 thread')
  expect((await time(0)).calls).toBe(1)
  // On a machine that stops for a moment, one call may take as long as it was told.
  let told = 20
  let round = await time(told)
  for (; round.calls < 10; told *= 2) round = await time(told)
  const { median, best, calls } = round
  expect(best).toBeGreaterThan(0)
  expect(median).toBeGreaterThanOrEqual(best)
  // All calls but the last were made within that time.
  expect((calls - 1) * best).toBeLessThan(2 * told)
})

describe('a python3 that hangs', () => {
  const path = process.env.PATH
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-python-'))
    writeFileSync(join(folder, 'python3'), '#!/bin/sh\nexec sleep 60\n')
    chmodSync(join(folder, 'python3'), 0o755)
    process.env.PATH = `${folder}${delimiter}${path}`
  })
  afterEach(() => {
    process.env.PATH = path
    rmSync(folder, { recursive: true })
  })

  test('counts as none, in one line, when its time is up', () => {
    expect(lookForNumpy(300)).toEqual({
      described: 'numpy is not here: python3 did not answer within 0.3 s',
    })
  })

  test('while it is timed ends the bench in a sentence', async () => {
    const { time } = numpyPeer(1, 300)({ kind: 'shuffling', settings: { length: 4 } })
    await expect(time(1)).rejects.toThrow(
      /^numpy did not answer within 0\.3 s, so nothing was timed/,
    )
  })
})
