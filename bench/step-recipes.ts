import { type PixelScale, signedPixels, unitPixels } from '../src/data/pixels.ts'
import type { Layer } from '../src/nn/layer.ts'
import type { OptimiserFactory } from '../src/nn/optimiser.ts'
import { adam } from '../src/nn/optimisers/adam.ts'
import { heavyBall } from '../src/nn/optimisers/heavy-ball.ts'
import { nesterov } from '../src/nn/optimisers/nesterov.ts'
import { nesterovRateInVelocity } from '../src/nn/optimisers/nesterov-rate-in-velocity.ts'
import type { Recipe } from '../src/nn/training-step.ts'
import { configSchema as competeConfig } from '../src/papers/compete-to-compute/config.ts'
import { competeToCompute } from '../src/papers/compete-to-compute/index.ts'
import { competingNet } from '../src/papers/compete-to-compute/model.ts'
import { parseWidths } from '../src/papers/config-keys.ts'
import { configSchema as highwayConfig } from '../src/papers/highway-networks/config.ts'
import { highwayNetworks } from '../src/papers/highway-networks/index.ts'
import { deepNet } from '../src/papers/highway-networks/model.ts'
import { configSchema as mcdnnConfig } from '../src/papers/mcdnn-image-bench/config.ts'
import { mcdnnImageBench } from '../src/papers/mcdnn-image-bench/index.ts'
import { column } from '../src/papers/mcdnn-image-bench/model.ts'
import { configSchema as deepMlpConfig } from '../src/papers/mnist-deep-mlp/config.ts'
import { mnistDeepMlp } from '../src/papers/mnist-deep-mlp/index.ts'
import { deepMlp } from '../src/papers/mnist-deep-mlp/model.ts'
import type { Config, Paper } from '../src/papers/paper.ts'

/** The recipe of one update of a paper's net: one arm of its headline declaration. */
export interface StepRecipe extends Pick<Recipe, 'weightDecay' | 'decayBiases' | 'clipNorm'> {
  /** The paper, and the arm where arms train different nets. */
  readonly name: string
  readonly paper: Paper
  readonly arm: string
  readonly layers: readonly Layer[]
  readonly pixels: PixelScale
  readonly batchSize: number
  readonly optimiser: OptimiserFactory
  readonly learningRate: number
  /** The classes in the loss; all classes if it is absent. */
  readonly heads?: readonly number[]
}

const inputs = 28 * 28
const classes = 10
const momentumRules = {
  nesterov,
  'nesterov-rate-in-velocity': nesterovRateInVelocity,
  'heavy-ball': heavyBall,
}

/** A paper's headline config for one arm, as declared. */
export const headlineConfig = ({ presets, arms }: Paper, arm: string): Config => ({
  ...presets.headline!.config,
  ...arms[arm].config,
})

function deepMlpStep(arm: string): StepRecipe {
  const config = deepMlpConfig.parse(headlineConfig(mnistDeepMlp, arm))
  return {
    ...config,
    name: mnistDeepMlp.slug,
    paper: mnistDeepMlp,
    arm,
    layers: deepMlp(inputs, parseWidths(config.hiddenWidths), classes),
    pixels: unitPixels,
    optimiser: momentumRules[config.optimiser](config.momentum),
    decayBiases: false,
    clipNorm: null,
  }
}

function columnStep(arm: string): StepRecipe {
  const config = mcdnnConfig.parse(headlineConfig(mcdnnImageBench, arm))
  return {
    ...config,
    name: mcdnnImageBench.slug,
    paper: mcdnnImageBench,
    arm,
    layers: column(inputs, parseWidths(config.hiddenWidths), classes),
    pixels: unitPixels,
    optimiser: momentumRules[config.optimiser](config.momentum),
    clipNorm: null,
  }
}

function competeStep(arm: string): StepRecipe {
  const config = competeConfig.parse(headlineConfig(competeToCompute, arm))
  const { activation, blockSize } = config
  return {
    ...config,
    name: `${competeToCompute.slug} ${arm}`,
    paper: competeToCompute,
    arm,
    layers: competingNet(activation, blockSize, inputs, parseWidths(config.hiddenWidths), classes),
    pixels: unitPixels,
    optimiser: momentumRules[config.optimiser](config.momentum),
    decayBiases: false,
    clipNorm: null,
    heads: [0, 1, 2, 3, 4],
  }
}

function highwayStep(arm: string): StepRecipe {
  const config = highwayConfig.parse(headlineConfig(highwayNetworks, arm))
  return {
    ...config,
    name: `${highwayNetworks.slug} ${arm}, depth ${config.depth}`,
    paper: highwayNetworks,
    arm,
    layers: deepNet({ ...config, inputs, classes }),
    pixels: signedPixels,
    optimiser: adam(config),
    weightDecay: 0,
    decayBiases: false,
  }
}

/** The headline nets of the four papers: each arm that trains a net of its own. */
export const stepRecipes: readonly StepRecipe[] = [
  deepMlpStep('undeformed'),
  columnStep('column'),
  competeStep('relu'),
  competeStep('lwta'),
  highwayStep('highway'),
  highwayStep('plain'),
]

/** The first arm of a paper that trains a net of its own. */
export const recipeOf = (slug: string): StepRecipe =>
  stepRecipes.find(({ paper }) => paper.slug === slug)!
