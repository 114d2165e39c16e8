import { imageBatches } from '../src/data/batches.ts'
import type { ImageSet } from '../src/data/dataset.ts'
import { softmaxCrossEntropy } from '../src/nn/losses/softmax-cross-entropy.ts'
import { buildNetwork, type Network } from '../src/nn/network.ts'
import { trainingStep } from '../src/nn/training-step.ts'
import type { Backend } from '../src/numerics/backend.ts'
import type { Stream } from '../src/numerics/stream.ts'
import type { StepRecipe } from './step-recipes.ts'

/** A paper's net on a backend with its batches in memory, ready for updates. */
export interface Trainee {
  readonly network: Network
  /** One update from the first `rows` rows of the next batch, in turn. Returns the loss. */
  update(rows: number): number
}

/**
 * Loads the images whole batches at a time, as many as they fill, and draws the weights from `init`. A
 * net that acts at random in training draws from `noise`.
 */
export function createTrainee(
  backend: Backend,
  recipe: StepRecipe,
  images: ImageSet,
  order: Uint32Array,
  init: Stream,
  noise?: Stream,
): Trainee {
  const { layers, batchSize, learningRate } = recipe
  const network = buildNetwork(backend, layers, batchSize)
  network.initialise(init)
  const loss = softmaxCrossEntropy(backend, batchSize, network.classes)
  if (recipe.heads) {
    loss.active.fill(0)
    for (const head of recipe.heads) loss.active[head] = 1
  }
  const optimiser = recipe.optimiser(backend, network.values.length)
  const step = trainingStep(backend, { ...recipe, network, loss, optimiser, noise })

  const source = imageBatches(backend, images, recipe.pixels, batchSize)
  const batches = Array.from({ length: Math.ceil(order.length / batchSize) }, (_, i) => {
    const x = backend.reals(batchSize * source.inputs)
    const labels = backend.indices(batchSize)
    const rows = Math.min(batchSize, order.length - i * batchSize)
    source.load(x, labels, order, i * batchSize, rows)
    return { x, labels }
  })
  let steps = 0
  return {
    network,
    update(rows) {
      const { x, labels } = batches[steps % batches.length]
      return step(x, labels, rows, learningRate, ++steps)
    },
  }
}
