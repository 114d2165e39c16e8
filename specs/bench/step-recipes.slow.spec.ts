import { expect, test } from 'vitest'
import { headlineConfig, type StepRecipe, stepRecipes } from '../../bench/step-recipes.ts'
import { createTrainee } from '../../bench/trainee.ts'
import { operationsOfExample } from '../../bench/training-step.bench.ts'
import { balancedSubset, inOrder } from '../../src/data/batches.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { shuffle } from '../../src/numerics/shuffle.ts'
import { runStream } from '../../src/numerics/stream.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { papers } from '../../src/papers/index.ts'
import type { RunContext } from '../../src/papers/paper.ts'

const dataset = drawStrokes({ train: 256, test: 20 })
const perClass = 24
const memory = { mebibytes: 128 }

/**
 * The paper's own training, cut down to two updates or so: the second starts from biases and momentum
 * that are no longer zero, and so shows what is done to them.
 */
async function firstStepsOfPaper({ paper, arm }: StepRecipe) {
  const sizes = { trainImages: 256, testImages: 10, epochs: 1 }
  const taskSizes = { imagesPerClass: perClass, testImagesPerTask: 10, epochsPerTask: 1 }
  const declared = headlineConfig(paper, arm)
  const cut = Object.entries({ ...sizes, ...taskSizes }).filter(([key]) => key in declared)
  const losses: number[] = []
  const parameters: number[][] = []
  const code = await paper.load()
  const config = { ...declared, ...Object.fromEntries(cut) }
  const run: RunContext = {
    config,
    seed: 0,
    dataset,
    backend: createWasmBackend('f32', memory),
    stream: (purpose, seed = 0) => runStream(paper.slug, purpose, seed),
    step: (loss) => losses.push(loss),
    epoch: (named) => {
      if (parameters.length === 0) parameters.push(...named.map(({ values }) => [...values]))
    },
    report: () => {},
    inputs: [],
  }
  code.train(run, code.parts(config))
  return { losses, parameters }
}

function firstStepsOfBench(recipe: StepRecipe) {
  const { batchSize } = recipe
  const stream = (purpose: string) => runStream(recipe.paper.slug, purpose, 0)
  const order = recipe.heads
    ? balancedSubset(dataset.train, recipe.heads, perClass, stream('subset'))
    : inOrder(dataset.train.count)
  shuffle(order, stream('order'))
  const backend = createWasmBackend('f32', memory)
  const trainee = createTrainee(
    backend,
    recipe,
    dataset.train,
    order,
    stream('init'),
    stream('noise'),
  )
  const losses = []
  for (let from = 0; from < order.length; from += batchSize)
    losses.push(trainee.update(Math.min(batchSize, order.length - from)))
  return { losses, parameters: trainee.network.named.map(({ values }) => [...values]) }
}

test.each(stepRecipes)("the step timed as $name is bit for bit its paper's own", async (recipe) => {
  const [ours, theirs] = [firstStepsOfBench(recipe), await firstStepsOfPaper(recipe)]
  expect(ours.losses.length).toBeGreaterThan(1)
  expect(theirs.losses.slice(0, ours.losses.length)).toEqual(ours.losses)
  expect(theirs.parameters.length).toBe(ours.parameters.length)
  // Compared by position first: a deep comparison of a million numbers takes seconds to say yes.
  const differs = ours.parameters.findIndex((tensor, t) =>
    tensor.some((x, i) => !Object.is(x, theirs.parameters[t][i])),
  )
  expect(differs, 'the first tensor that differs').toBe(-1)
})

test('every paper has a step among them', () => {
  expect(new Set(stepRecipes.map(({ paper }) => paper.slug))).toEqual(
    new Set(papers.map(({ slug }) => slug)),
  )
})

test('a step counts 6 operations a weight and example, 4 in the first layer', () => {
  const { layers } = stepRecipes.find(({ paper }) => paper.slug === 'mnist-deep-mlp')!
  expect(operationsOfExample(layers)).toBe(4 * 784 * 512 + 6 * 512 * 256 + 6 * 256 * 10)
})
