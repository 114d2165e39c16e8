import { deformedBatches, imageBatches, subset } from '../data/batches.ts'
import { deformation } from '../data/deformation.ts'
import type { BatchSource } from '../nn/batch-source.ts'
import { epochTrainer, stepsOfEpoch } from '../nn/epoch-trainer.ts'
import { type Reading, reader } from '../nn/evaluate.ts'
import { softmaxCrossEntropy } from '../nn/losses/softmax-cross-entropy.ts'
import { buildNetwork, costOfExample } from '../nn/network.ts'
import type { RecipeParts, RunContext, RunResult } from './paper.ts'
import type { Watch } from './watch.ts'

/** A recipe for training one network on one set of images, from its first draw to its last epoch. */
export interface ClassifierRecipe extends RecipeParts {
  readonly trainImages: number
  readonly testImages: number
  /** Every seed is tested on the same images, so that their answers can be averaged. */
  readonly sameTestImages: boolean
  readonly epochs: number
  readonly keepPartial: boolean
}

/** What came out: the last reading of the test images, and a point a curve an epoch. */
export interface TrainedClassifier {
  readonly reading: Reading
  readonly curves: { epoch: number[]; trainLoss: number[]; testRight: number[] }
  readonly parameters: RunResult['parameters']
  readonly snapshots: NonNullable<RunResult['snapshots']>
}

/**
 * Trains for all epochs and reads the test images before the first and after each; `watching` is told
 * which those are. The streams are named by purpose, so
 * arms of one seed share initialisation, images and order, whatever else they draw.
 */
export function trainClassifier(
  run: RunContext,
  recipe: ClassifierRecipe,
  watching: (tested: Uint32Array) => Watch = () => ({ snapshots: () => [] }),
): TrainedClassifier {
  const { backend, dataset } = run
  const { layers, batchSize, epochs, keepPartial } = recipe
  const network = buildNetwork(backend, layers, batchSize)
  network.initialise(run.stream('init'))
  const images = subset(dataset.train, recipe.trainImages, run.stream('subset'))
  const tested = testImages(run, recipe)
  const watch = watching(tested)
  const testBatches = imageBatches(backend, dataset.test, recipe.pixels, batchSize)
  const read = reader(backend, network, testBatches, (rows) => watch.read?.(network, rows))
  const loss = softmaxCrossEntropy(backend, batchSize, network.classes)
  const optimiser = recipe.optimiser.make(backend, network.values.length)

  const steps = epochs * stepsOfEpoch(images.length, batchSize, keepPartial)
  let step = 0
  let epoch = 1
  const trainEpoch = epochTrainer(
    backend,
    {
      ...recipe,
      network,
      loss,
      optimiser,
      noise: layers.some(({ noise }) => noise) ? run.stream('noise') : undefined,
    },
    {
      source: watched(trainingBatches(run, recipe), watch),
      batchSize,
      keepPartial,
      order: run.stream('order'),
      onStep(batchLoss) {
        run.step(batchLoss)
        run.report({ epoch, epochs, step: ++step, steps, loss: batchLoss })
      },
    },
  )

  const curves: TrainedClassifier['curves'] = { epoch: [], trainLoss: [], testRight: [] }
  let rate = 0
  let reading = read(tested, loss.active)
  watch.epoch?.(reading)
  for (; epoch <= epochs; epoch++) {
    rate = recipe.learningRate(epoch, rate)
    const trainLoss = trainEpoch(images, rate)
    reading = read(tested, loss.active)
    curves.epoch.push(epoch)
    curves.trainLoss.push(trainLoss)
    curves.testRight.push(reading.right)
    watch.epoch?.(reading)
    run.epoch(network.named, { 'test images': { count: reading.right, total: reading.total } })
  }
  return { reading, curves, parameters: network.named, snapshots: watch.snapshots() }
}

/** The test images of a run, in the order of its `testProbabilities`. */
export function testImages(
  run: RunContext,
  recipe: Pick<ClassifierRecipe, 'testImages' | 'sameTestImages'>,
): Uint32Array {
  const stream = run.stream('test subset', recipe.sameTestImages ? 0 : run.seed)
  return subset(run.dataset.test, recipe.testImages, stream)
}

function trainingBatches(run: RunContext, recipe: ClassifierRecipe) {
  const { backend, dataset } = run
  const { batchSize } = recipe
  const straight = imageBatches(backend, dataset.train, recipe.pixels, batchSize)
  if (!recipe.deformation) return straight
  const stream = run.stream('deformation')
  const deform = deformation(backend, recipe.deformation, batchSize, dataset.train.side, stream)
  return deformedBatches(backend, straight, deform, batchSize)
}

/** The same batches; the watch sees each. */
function watched(source: BatchSource, watch: Watch): BatchSource {
  return {
    inputs: source.inputs,
    load(x, labels, order, from, rows) {
      source.load(x, labels, order, from, rows)
      watch.loaded?.(x, order, from, rows)
    },
  }
}

/** Floating-point operations of a recipe: three products a weight in training, one in reading. */
export function classifierCost(
  { layers, trainImages, testImages, epochs, batchSize, keepPartial }: ClassifierRecipe,
  images: { readonly train: number; readonly test: number },
): number {
  const { forward, training } = costOfExample(layers)
  const used = Math.min(trainImages, images.train)
  const trained = keepPartial ? used : used - (used % batchSize)
  const tested = Math.min(testImages, images.test)
  return epochs * trained * training + (epochs + 1) * tested * forward
}

/** Test error as the count that claims compare and the fraction that people read, with its curve. */
export function errorResult(trained: TrainedClassifier): RunResult {
  const { reading, curves, parameters, snapshots } = trained
  const { right, total, probabilities } = reading
  const wrong = total - right
  return {
    metrics: { testError: wrong / total, trainLoss: curves.trainLoss[curves.trainLoss.length - 1] },
    counts: { testError: { count: wrong, total } },
    curves: {
      epoch: curves.epoch,
      trainLoss: curves.trainLoss,
      testError: curves.testRight.map((rightThen) => (total - rightThen) / total),
    },
    parameters,
    snapshots,
    artifacts: [
      {
        name: 'testProbabilities',
        shape: [total, probabilities.length / total],
        values: probabilities,
      },
    ],
  }
}
