import { balancedSubset, classSubset, imageBatches } from '../../data/batches.ts'
import { unitPixels } from '../../data/pixels.ts'
import { epochTrainer, stepsOfEpoch } from '../../nn/epoch-trainer.ts'
import { reader } from '../../nn/evaluate.ts'
import { softmaxCrossEntropy } from '../../nn/losses/softmax-cross-entropy.ts'
import { buildNetwork, costOfExample } from '../../nn/network.ts'
import { heavyBall } from '../../nn/optimisers/heavy-ball.ts'
import { nesterov } from '../../nn/optimisers/nesterov.ts'
import { parseWidths } from '../config-keys.ts'
import type { Config, PaperCode, RecipeParts, RunContext, RunResult } from '../paper.ts'
import { configSchema } from './config.ts'
import { competingNet } from './model.ts'
import { watchUnits } from './watch-units.ts'

const rules = { 'heavy-ball': heavyBall, nesterov }
const classes = 10
const tasks = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9],
]

/** 1 for the classes of a task, 0 for the others: the head sees its own five digits alone. */
const headOf = (task: readonly number[]) =>
  Uint8Array.from({ length: classes }, (_, digit) => +task.includes(digit))

function parts(given: Config): RecipeParts {
  const config = configSchema.parse(given)
  const { activation, blockSize, hiddenWidths, momentum, optimiser } = config
  return {
    layers: competingNet(activation, blockSize, 28 * 28, parseWidths(hiddenWidths), classes),
    optimiser: { announced: optimiser, make: rules[optimiser](momentum) },
    pixels: unitPixels,
    batchSize: config.batchSize,
    weightDecay: config.weightDecay,
    decayBiases: false,
    clipNorm: null,
    learningRate: () => config.learningRate,
  }
}

/** First one task, then the other, with the same net; forgetting is what the first task loses. */
function train(run: RunContext, asked: RecipeParts): RunResult {
  const config = configSchema.parse(run.config)
  const { backend: b, dataset } = run
  const { epochsPerTask } = config
  const { layers, optimiser: rule, pixels, batchSize } = asked
  const network = buildNetwork(b, layers, batchSize)
  network.initialise(run.stream('init'))

  const choice = run.stream('subset')
  const trained = tasks.map((task) =>
    balancedSubset(dataset.train, task, config.imagesPerClass, choice),
  )
  const tested = tasks.map((task) =>
    classSubset(dataset.test, task, config.testImagesPerTask, choice),
  )
  const watch = watchUnits(network)
  const testBatches = imageBatches(b, dataset.test, pixels, batchSize)
  const read = reader(b, network, testBatches, watch.read)
  const accuracy = (task: number) => {
    const { right, total } = read(tested[task], headOf(tasks[task]))
    watch.task()
    return { count: right, total }
  }

  const loss = softmaxCrossEntropy(b, batchSize, classes)
  const length = network.values.length
  const order = run.stream(config.sharedOrder ? 'order' : `order of ${config.activation}`)
  const steps = trained.reduce(
    (sum, images) => sum + epochsPerTask * stepsOfEpoch(images.length, batchSize, true),
    0,
  )
  const epochs = epochsPerTask * tasks.length
  const curves = { epoch: [], trainLoss: [], task1Accuracy: [], task2Accuracy: [] } as Record<
    'epoch' | 'trainLoss' | 'task1Accuracy' | 'task2Accuracy',
    number[]
  >
  let optimiser = rule.make(b, length)
  let epoch = 1
  let rate = 0
  let step = 0
  // What the untrained net answers is of no use; what its units do is.
  for (const task of tasks.keys()) accuracy(task)
  const afterTask: { count: number; total: number }[][] = []

  for (const [phase, task] of tasks.entries()) {
    if (phase > 0 && !config.carryVelocity) optimiser = rule.make(b, length)
    loss.active.set(headOf(task))
    const trainEpoch = epochTrainer(
      b,
      { ...asked, network, loss, optimiser },
      {
        source: imageBatches(b, dataset.train, pixels, batchSize),
        batchSize,
        keepPartial: true,
        order,
        onStep(batchLoss) {
          run.step(batchLoss)
          run.report({ epoch, epochs, step: ++step, steps, loss: batchLoss })
        },
      },
    )
    for (let i = 0; i < epochsPerTask; i++, epoch++) {
      curves.epoch.push(epoch)
      rate = asked.learningRate(epoch, rate)
      curves.trainLoss.push(trainEpoch(trained[phase], rate))
      const [first, second] = [accuracy(0), accuracy(1)]
      curves.task1Accuracy.push(first.count / first.total)
      curves.task2Accuracy.push(second.count / second.total)
      afterTask[phase] = [first, second]
      run.epoch(network.named, { 'digits 0 to 4': first, 'digits 5 to 9': second })
    }
  }

  const [[before], [after, second]] = afterTask
  const forgotten = { count: before.count - after.count, total: before.total }
  const counts = {
    task1Before: before,
    task1After: after,
    task2Accuracy: second,
    forgetting: forgotten,
  }
  const fractions = Object.entries(counts).map(([name, { count, total }]) => [name, count / total])
  return {
    metrics: {
      ...Object.fromEntries(fractions),
      trainLoss: curves.trainLoss[curves.trainLoss.length - 1],
    },
    counts,
    curves,
    parameters: network.named,
    artifacts: [],
    snapshots: watch.snapshots(),
  }
}

function cost(given: Config): number {
  const config = configSchema.parse(given)
  const { forward, training } = costOfExample(parts(config).layers)
  const epochs = tasks.length * config.epochsPerTask
  const images = (config.imagesPerClass * classes) / tasks.length
  const tested = tasks.length * config.testImagesPerTask
  return epochs * images * training + (epochs + 1) * tested * forward
}

export const code: PaperCode = {
  train,
  parts,
  cost,
  gradientCases: (['relu', 'lwta'] as const).map((activation) => ({
    name: `${activation}, heads masked`,
    layers: competingNet(activation, 2, 8, [8, 6], 6),
    batch: 4,
    heads: [1, 3, 4],
  })),
}
