import { unitPixels } from '../../data/pixels.ts'
import { heavyBall } from '../../nn/optimisers/heavy-ball.ts'
import { nesterov } from '../../nn/optimisers/nesterov.ts'
import {
  type ClassifierRecipe,
  classifierCost,
  errorResult,
  trainClassifier,
} from '../classifier.ts'
import { parseWidths } from '../config-keys.ts'
import type { Config, PaperCode, RunContext, RunResult } from '../paper.ts'
import { watchAll } from '../watch.ts'
import { watchMisread } from '../watch-answers.ts'
import { configSchema } from './config.ts'
import { deepMlp } from './model.ts'
import { watchBending } from './watch-bending.ts'

const rules = { nesterov, 'heavy-ball': heavyBall }

/** Backprop in small batches, with a falling learning rate, on digits deformed afresh each epoch. */
function recipe(given: Config): ClassifierRecipe {
  const config = configSchema.parse(given)
  const { deformation, learningRate, ...rest } = config
  return {
    ...rest,
    layers: deepMlp(28 * 28, parseWidths(config.hiddenWidths), 10),
    pixels: unitPixels,
    sameTestImages: true,
    keepPartial: true,
    optimiser: {
      announced: config.optimiser,
      make: rules[config.optimiser](config.momentum),
    },
    decayBiases: false,
    clipNorm: null,
    learningRate: (epoch, before) =>
      epoch === 1 ? learningRate : before * config.learningRateDecay,
    ...(deformation && { deformation: config }),
  }
}

const misreadShown = 24

function train(run: RunContext, asked: ClassifierRecipe): RunResult {
  const { train, test } = run.dataset
  const trained = trainClassifier(run, asked, (tested) =>
    watchAll([
      watchMisread(test, tested, misreadShown),
      ...(asked.deformation ? [watchBending(train)] : []),
    ]),
  )
  return errorResult(trained)
}

export const code: PaperCode<ClassifierRecipe> = {
  train,
  parts: recipe,
  cost: (config, images) => classifierCost(recipe(config), images),
  gradientCases: [{ name: 'three tanh layers', layers: deepMlp(8, [8, 7], 5), batch: 4 }],
}
