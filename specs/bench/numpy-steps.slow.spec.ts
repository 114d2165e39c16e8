import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installedNumpy, papersInNumpy } from '../../bench/peers/numpy.ts'
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
