import { signedPixels } from '../../data/pixels.ts'
import { adam } from '../../nn/optimisers/adam.ts'
import {
  type ClassifierRecipe,
  classifierCost,
  errorResult,
  trainClassifier,
} from '../classifier.ts'
import type { Config, PaperCode, RunContext, RunResult } from '../paper.ts'
import { configSchema, headlineDepth } from './config.ts'
import { deepNet } from './model.ts'
import { watchGates } from './watch-gates.ts'

/** Adam with a clipped gradient, one rate throughout, full batches only. */
function recipe(given: Config): ClassifierRecipe {
  const config = configSchema.parse(given)
  const { learningRate, ...rest } = config
  return {
    ...rest,
    layers: deepNet({ ...config, inputs: 28 * 28, classes: 10 }),
    pixels: signedPixels,
    sameTestImages: false,
    keepPartial: false,
    optimiser: { announced: 'adam', make: adam(config) },
    weightDecay: 0,
    decayBiases: false,
    learningRate: () => learningRate,
  }
}

function train(run: RunContext, asked: ClassifierRecipe): RunResult {
  const trained = trainClassifier(run, asked, () => watchGates(run.backend, asked.layers))
  const { right, total } = trained.reading
  const { metrics, counts, curves, ...rest } = errorResult(trained)
  return {
    ...rest,
    metrics: { testAccuracy: right / total, trainLoss: metrics.trainLoss },
    counts: { testAccuracy: { count: right, total } },
    curves: {
      epoch: curves.epoch,
      trainLoss: curves.trainLoss,
      testAccuracy: trained.curves.testRight.map((rightThen) => rightThen / total),
    },
  }
}

const tiny = { inputs: 8, width: 6, depth: headlineDepth, classes: 5, gateBias: -2 }

export const code: PaperCode<ClassifierRecipe> = {
  train,
  parts: recipe,
  cost: (config, images) => classifierCost(recipe(config), images),
  gradientCases: [
    {
      name: `highway, depth ${headlineDepth}`,
      layers: deepNet({ ...tiny, block: 'highway' }),
      batch: 3,
    },
    {
      // Gradients of the first layers are near 5e-9 at initialisation: below what differences resolve.
      name: `plain, depth ${headlineDepth}, weights times sqrt 3`,
      layers: deepNet({ ...tiny, block: 'plain' }),
      batch: 3,
      weightScale: Math.sqrt(3),
    },
  ],
}
