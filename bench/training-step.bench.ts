import { balancedSubset, inOrder } from '../src/data/batches.ts'
import type { ImageSet } from '../src/data/dataset.ts'
import { drawStrokes } from '../src/data/strokes/strokes.ts'
import type { Layer } from '../src/nn/layer.ts'
import { costOfExample } from '../src/nn/network.ts'
import type { Backend } from '../src/numerics/backend.ts'
import { createReferenceBackend } from '../src/numerics/reference/index.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { createWasmBackend } from '../src/numerics/wasm/index.ts'
import type { Benchmark, Prepared, Suite } from './benchmark.ts'
import { firstDeparture } from './departure.ts'
import { type StepRecipe, stepRecipes } from './step-recipes.ts'
import { createTrainee, type Trainee } from './trainee.ts'

/** Different batches that take turns, so that the net does not learn one of them by heart. */
const batchesInTurn = 8

/** After the full batch that is timed, an odd few rows, with the optimiser's state no longer zero. */
const oddRows = 5

/** One update of a paper's net: forward, loss, backward, optimiser. The batch is loaded before. */
export function trainingStepBenchmark(
  recipe: StepRecipe,
  createBackend: () => Backend = () => createWasmBackend('f32', { mebibytes: 128 }),
): Benchmark {
  const name = `training-step/${recipe.name}`
  return {
    name,
    operations: recipe.batchSize * operationsOfExample(recipe.layers),
    prepare: () => prepare(name, recipe, createBackend()),
  }
}

/** As the plan counts, without the gradient of the images, which nobody computes. */
export function operationsOfExample(layers: readonly Layer[]): number {
  return costOfExample(layers).training
}

function prepare(name: string, recipe: StepRecipe, backend: Backend): Prepared {
  const { batchSize, heads } = recipe
  const images = digits(heads ? 2 * batchesInTurn * batchSize : batchesInTurn * batchSize)
  const order = heads
    ? balancedSubset(images, heads, images.count, namedStream(`bench/${name}/order`))
    : inOrder(images.count)
  const train = (b: Backend): Trainee =>
    createTrainee(b, recipe, images, order, namedStream(`bench/${name}/init`))

  const timed = train(backend)
  return {
    subject: { name: backend.name, run: () => timed.update(batchSize) },
    peers: [],
    departure: () =>
      firstDepartureOfSteps([batchSize, oddRows], timed, train(createReferenceBackend('f32'))),
  }
}

function firstDepartureOfSteps(
  rowsOfSteps: readonly number[],
  timed: Trainee,
  definition: Trainee,
): string | null {
  for (const [i, rows] of rowsOfSteps.entries()) {
    const [ours, theirs] = [timed, definition].map((trainee) => trainee.update(rows))
    const found =
      firstDeparture(`loss of step ${i + 1}`, [ours], [theirs]) ??
      firstDepartureOfParameters(i + 1, timed, definition)
    if (found !== null) return found
  }
  return null
}

function firstDepartureOfParameters(
  step: number,
  { network: ours }: Trainee,
  { network: theirs }: Trainee,
): string | null {
  for (const [i, { name, values }] of ours.named.entries()) {
    const found = firstDeparture(`${name} after step ${step}`, values, theirs.named[i].values)
    if (found !== null) return found
  }
  return null
}

/** Synthetic digits, each drawn from a stream of its own name: the zeros and edges of real ones. */
const digits = (count: number): ImageSet => drawStrokes({ train: count, test: 0 }).train

export const trainingStepSuite: Suite = {
  name: 'training-step',
  about: 'one update of a headline net from a full batch, float32',
  benchmarks: stepRecipes.map((recipe) => trainingStepBenchmark(recipe)),
}
