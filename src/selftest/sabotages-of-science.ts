import type { Sabotage } from './sabotage.ts'

/** One line a finding: lines for people are folded at the width of a terminal. */
const audit = (slug: string) => ({ assay: ['audit', slug, '--data', 'strokes', '--json'] })
const classifier = 'src/papers/classifier.ts'
const check = audit('mcdnn-image-bench')

/** How a paper of ours could give a better result than it has, as its own audit must say. */
export const sabotagesOfScience: readonly Sabotage[] = [
  {
    name: 'test error that is measured on the training images',
    change: {
      path: classifier,
      replace: 'imageBatches(backend, dataset.test, recipe.pixels, batchSize)',
      by: 'imageBatches(backend, dataset.train, recipe.pixels, batchSize)',
    },
    check,
    says: /with the test labels permuted, test error of one column stays/,
  },
  {
    name: 'test labels among the training labels',
    change: {
      path: classifier,
      replace: 'imageBatches(backend, dataset.train, recipe.pixels, batchSize)',
      by: 'imageBatches(backend, { ...dataset.train, labels: dataset.train.labels.map((own, i) => dataset.test.labels[i] ?? own) }, recipe.pixels, batchSize)',
    },
    check,
    says: /with the test labels permuted, the training loss at step \d+ changed .*the test labels reach the training/,
  },
  {
    name: 'pixels scaled by the brightness of the test images',
    change: {
      path: classifier,
      replace: 'imageBatches(backend, dataset.train, recipe.pixels, batchSize)',
      by: 'imageBatches(backend, dataset.train, recipe.pixels.map((value) => (value * dataset.test.images.reduce((sum, pixel) => sum + pixel, 0)) / dataset.test.images.length / 255), batchSize)',
    },
    check,
    says: /with the test images darkened by half, .*the test images reach the training/,
  },
  {
    name: 'the best epoch by test error',
    change: {
      path: classifier,
      replace: '    reading = read(tested, loss.active)\n    curves.epoch.push(epoch)',
      by: '    const now = read(tested, loss.active)\n    if (now.right >= reading.right) reading = now\n    curves.epoch.push(epoch)',
    },
    check,
    says: /with all test labels alike, .* the right answers add up to \d\.\d+/,
  },
  {
    name: 'training that stops by the test error',
    change: {
      path: classifier,
      replace: 'for (; epoch <= epochs; epoch++) {',
      by: 'for (; epoch <= epochs && (epoch < 2 || reading.right < 0.5 * reading.total); epoch++) {',
    },
    check,
    says: /with the test labels permuted, .*the test labels reach the training/,
  },
  {
    name: 'a test error that is stored in the source',
    change: {
      path: classifier,
      replace: 'metrics: { testError: wrong / total,',
      by: 'metrics: { testError: total > 0 ? 0.234375 : wrong / total,',
    },
    check,
    says: /with the training labels permuted, test error of one column stays 0\.234375/,
  },
  {
    name: 'a baseline that trains for one epoch',
    change: {
      path: 'src/papers/mnist-deep-mlp/train.ts',
      replace: '    ...rest,\n',
      by: '    ...rest,\n    epochs: deformation ? rest.epochs : 1,\n',
    },
    check: audit('mnist-deep-mlp'),
    says: /deformed trains for \d+ updates and undeformed for \d+, and no deviation says so/,
  },
]
