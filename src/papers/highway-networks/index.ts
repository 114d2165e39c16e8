import { classifierStreams, constantRate, fanInUniform, signedPixels } from '../declared-recipe.ts'
import type { Arm, Paper } from '../paper.ts'
import { claims } from './claims.ts'
import { armOf, configSchema, headlineDepth, otherDepths } from './config.ts'

const headline = {
  dtype: 'f32',
  block: 'highway',
  depth: headlineDepth,
  width: 50,
  gateBias: -2,
  trainImages: 6000,
  testImages: 2000,
  epochs: 12,
  batchSize: 128,
  learningRate: 0.005,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  clipNorm: 5,
}

const arms: Record<string, Arm> = Object.fromEntries(
  [headlineDepth, ...otherDepths].flatMap((depth) =>
    (['highway', 'plain'] as const).map((block): [string, Arm] => [
      armOf(block, depth),
      {
        label: `${block}, depth ${depth}`,
        config: depth === headlineDepth ? { block } : { block, depth },
        ...(block === 'plain' && {
          layers: ['dense', 'tanh'],
          idleKeys: { gateBias: 'a plain block has no gate' },
        }),
      },
    ]),
  ),
)

const everyArm = (seeds: string) => Object.fromEntries(Object.keys(arms).map((arm) => [arm, seeds]))

export const highwayNetworks: Paper = {
  slug: 'highway-networks',
  citation: {
    authors: ['Rupesh Kumar Srivastava', 'Klaus Greff', 'Jürgen Schmidhuber'],
    title: 'Highway Networks',
    venue: 'ICML 2015 Deep Learning Workshop',
    year: 2015,
    arxiv: '1505.00387',
  },
  demonstrates:
    'Layers that learn how much of their input to pass on unchanged train at a depth at which plain layers, under the same recipe, stay at chance.',
  metrics: {
    testAccuracy: { label: 'test accuracy', unit: 'fraction', better: 'higher' },
    trainLoss: { label: 'training loss', unit: 'nats', better: 'lower' },
  },
  config: configSchema,
  arms,
  presets: {
    headline: { config: headline, runs: everyArm('0-9') },
    quick: {
      config: { ...headline, trainImages: 1500, testImages: 1000, epochs: 8 },
      runs: everyArm('0-4'),
    },
  },
  glimpse: { trainImages: 340, testImages: 128, epochs: 3, batchSize: 32 },
  deviations: [
    {
      key: 'width, block',
      from: 'paper',
      theirs: 'plain layers of 71 units against highway layers of 50, for equal numbers of weights',
      ours: '50 units in both',
      reason: 'the reference recipe; the highway net has twice the weights at each depth',
    },
    {
      key: 'optimiser',
      from: 'paper',
      theirs:
        'SGD with momentum, hyperparameters from the best of 40 random searches by training error',
      ours: 'Adam, rate 0.005, one setting for every net',
      reason:
        'the reference recipe; "plain is at chance" is a fact about this recipe: tuned plain nets of 100 layers still learn in the paper, and at depth 10 its plain net is the better one',
    },
    {
      key: 'epochs, trainImages',
      from: 'paper',
      theirs: '400 epochs on all of MNIST, judged by training cross-entropy',
      ours: '12 epochs on 6,000 images, judged by test accuracy on 2,000',
      reason: 'the reference recipe, at a laptop budget',
    },
    {
      key: 'depth',
      from: 'paper',
      theirs: '10, 20, 50 and 100 layers, the first and the last counted',
      ours: '5, 10, 20, 30 and 50 blocks between a first plain and a softmax layer',
      reason: 'the reference sweep',
    },
    {
      key: 'dtype',
      from: 'reference',
      theirs: 'float64 throughout',
      ours: 'float32',
      reason: 'goldens are float32',
      restore: 'dtype=f64',
    },
    {
      key: 'depth, runs',
      from: 'reference',
      theirs: 'the depth sweep on one seed',
      ours: 'the depth sweep on ten seeds',
      reason: 'a claim is judged over several seeds',
    },
  ],
  recipe: {
    asTheyAre: 'highway',
    pixels: signedPixels,
    lastBatch: 'drops',
    tested: 'on other images for each seed',
    layers: ['dense', 'tanh', 'highway'],
    hiddenWeights: fanInUniform,
    outputWeights: fanInUniform,
    startsElsewhere: { 'highway.biasT': 'gateBias' },
    optimiser: 'adam',
    learningRate: constantRate,
    streams: classifierStreams,
    arms: 'share batches',
  },
  mechanisms: [
    {
      name: 'highway-gate',
      layer: 'highway',
      tensors: {
        weight: 'highway.weightH',
        bias: 'highway.biasH',
        gateWeight: 'highway.weightT',
        gateBias: 'highway.biasT',
      },
    },
  ],
  claims,
  load: async () => (await import('./train.ts')).code,
  figures: async () => (await import('./figures.ts')).figures,
}
