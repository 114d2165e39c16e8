import { constantRate, heNormal, unitPixels } from '../declared-recipe.ts'
import type { Paper } from '../paper.ts'
import { claims } from './claims.ts'
import { configSchema } from './config.ts'

const headline = {
  dtype: 'f32',
  hiddenWidths: '400-400',
  activation: 'lwta',
  blockSize: 2,
  imagesPerClass: 500,
  testImagesPerTask: 1000,
  batchSize: 64,
  epochsPerTask: 5,
  optimiser: 'heavy-ball',
  learningRate: 0.05,
  momentum: 0.9,
  weightDecay: 1e-4,
  carryVelocity: true,
  sharedOrder: true,
}

export const competeToCompute: Paper = {
  slug: 'compete-to-compute',
  citation: {
    authors: [
      'Rupesh Kumar Srivastava',
      'Jonathan Masci',
      'Sohrob Kazerounian',
      'Faustino Gomez',
      'Jürgen Schmidhuber',
    ],
    title: 'Compete to Compute',
    venue: 'NIPS',
    year: 2013,
  },
  demonstrates:
    'Whether units that compete in blocks of two keep more of a first task than ReLU units do, when the same net goes on to a second: at this scale, judged over thirty paired seeds.',
  metrics: {
    forgetting: { label: 'task-1 accuracy lost', unit: 'fraction', better: 'lower' },
    task1Before: { label: 'task-1 accuracy before task 2', unit: 'fraction', better: 'higher' },
    task1After: { label: 'task-1 accuracy after task 2', unit: 'fraction', better: 'higher' },
    task2Accuracy: { label: 'task-2 accuracy', unit: 'fraction', better: 'higher' },
    trainLoss: { label: 'training loss', unit: 'nats', better: 'lower' },
  },
  config: configSchema,
  arms: {
    relu: {
      label: 'ReLU',
      config: { activation: 'relu' },
      idleKeys: { blockSize: 'ReLU units do not stand in blocks' },
    },
    lwta: { label: 'LWTA', config: { activation: 'lwta' }, layers: ['dense', 'lwta'] },
  },
  presets: {
    headline: { config: headline, runs: { relu: '0-29', lwta: '0-29' } },
    quick: {
      config: { ...headline, imagesPerClass: 100, testImagesPerTask: 500 },
      runs: { relu: '0-4', lwta: '0-4' },
    },
  },
  glimpse: { imagesPerClass: 34, testImagesPerTask: 64, epochsPerTask: 3, batchSize: 32 },
  deviations: [
    {
      key: 'hiddenWidths, imagesPerClass, epochsPerTask',
      from: 'paper',
      theirs: 'trained to convergence on all images of each task (recalled, to be checked)',
      ours: '784-400-400-10, 500 images a digit, 5 epochs a task',
      reason: 'the reference recipe, at a laptop budget',
    },
    {
      key: 'activation',
      from: 'paper',
      theirs: 'LWTA, ReLU and sigmoid',
      ours: 'LWTA and ReLU',
      reason: 'the reference recipe has no sigmoid arm',
    },
    {
      key: 'sharedOrder',
      from: 'reference',
      theirs: 'the two arms draw different batch orders',
      ours: 'both arms of a seed see the same images in the same order',
      reason: 'a paired comparison removes what the order alone does',
      restore: 'sharedOrder=false',
    },
    {
      key: 'runs',
      from: 'reference',
      theirs: 'one seed in the headline, ten in a table',
      ours: 'thirty paired seeds',
      reason: 'ten seeds could not tell the arms apart',
    },
  ],
  recipe: {
    asTheyAre: 'relu',
    pixels: unitPixels,
    lastBatch: 'keeps',
    tested: 'on other images for each seed',
    layers: ['dense', 'relu'],
    hiddenWeights: heNormal,
    outputWeights: heNormal,
    learningRate: constantRate,
    streams: ['init', 'subset', 'order'],
    arms: 'share weights and batches',
    tasks: [
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ],
  },
  mechanisms: [{ name: 'local-winner-take-all', layer: 'lwta', keys: { block: 'blockSize' } }],
  claims,
  load: async () => (await import('./train.ts')).code,
  figures: async () => (await import('./figures.ts')).figures,
}
