import { unitPixels } from '../../data/pixels.ts'
import { heavyBall } from '../../nn/optimisers/heavy-ball.ts'
import { nesterov } from '../../nn/optimisers/nesterov.ts'
import { nesterovRateInVelocity } from '../../nn/optimisers/nesterov-rate-in-velocity.ts'
import {
  type ClassifierRecipe,
  classifierCost,
  errorResult,
  testImages,
  trainClassifier,
} from '../classifier.ts'
import { parseWidths } from '../config-keys.ts'
import type { Config, PaperCode, RunContext, RunResult } from '../paper.ts'
import { watchAll } from '../watch.ts'
import { watchAnswers, watchMisread } from '../watch-answers.ts'
import { averageOfColumns, countWrong, wrongBySubset } from './average.ts'
import { configSchema } from './config.ts'
import { column } from './model.ts'

const rules = {
  nesterov,
  'nesterov-rate-in-velocity': nesterovRateInVelocity,
  'heavy-ball': heavyBall,
}
const classes = 10

/** One column: plain training on the digits as they are, with one drop of the learning rate. */
function recipe(given: Config): ClassifierRecipe {
  const config = configSchema.parse(given)
  const { learningRate, laterLearningRate, dropEpoch, ...rest } = config
  return {
    ...rest,
    layers: column(28 * 28, parseWidths(config.hiddenWidths), classes),
    pixels: unitPixels,
    sameTestImages: true,
    keepPartial: true,
    optimiser: {
      announced: config.optimiser,
      make: rules[config.optimiser](config.momentum),
    },
    clipNorm: null,
    learningRate: (epoch) => (epoch < dropEpoch ? learningRate : laterLearningRate),
  }
}

const misreadShown = 24

function trainColumn(run: RunContext, asked: ClassifierRecipe): RunResult {
  const { test } = run.dataset
  const trained = trainClassifier(run, asked, (tested) =>
    watchAll([watchAnswers(test, tested), watchMisread(test, tested, misreadShown)]),
  )
  return errorResult(trained)
}

/** Averages columns that were trained by other runs, on the same test images; trains nothing. */
function average(run: RunContext, asked: ClassifierRecipe): RunResult {
  const images = testImages(run, asked)
  const { labels } = run.dataset.test
  const averaged = averageOfColumns(run.inputs)
  const ofColumns = run.inputs.map((column) => countWrong(column, labels, images, classes))
  const wrong = countWrong(averaged, labels, images, classes)
  const wrongOfAll = ofColumns.reduce((sum, one) => sum + one, 0)
  const best = Math.min(...ofColumns)
  const total = images.length
  const probabilities = {
    name: 'averagedProbabilities',
    shape: [total, classes],
    values: averaged,
  }
  return {
    metrics: {
      averagedTestError: wrong / total,
      meanColumnError: wrongOfAll / (total * ofColumns.length),
      bestColumnError: best / total,
    },
    counts: {
      averagedTestError: { count: wrong, total },
      meanColumnError: { count: wrongOfAll, total: total * ofColumns.length },
      bestColumnError: { count: best, total },
    },
    curves: { columnError: ofColumns.map((count) => count / total) },
    parameters: [],
    artifacts: [probabilities],
    snapshots: [wrongBySubset(run.inputs, labels, images, classes)],
  }
}

export const code: PaperCode<ClassifierRecipe> = {
  train: (run, asked) => (run.inputs.length > 0 ? average(run, asked) : trainColumn(run, asked)),
  parts: recipe,
  cost: (config, images) => classifierCost(recipe(config), images),
  gradientCases: [{ name: 'four layers, ReLU', layers: column(8, [8, 7, 6], 5), batch: 4 }],
}
