import type { Dataset, ImageSet } from '../../data/dataset.ts'
import { permuted } from '../counterfactual/altered.ts'
import type { AlteredData, Change } from '../counterfactual/causes.ts'

/** A dataset with one thing changed, as foreign programs' files are changed. */
export function alteredDataset(dataset: Dataset, change: Change): Dataset {
  const { train, test } = dataset
  switch (change.kind) {
    case 'test labels permuted':
      return { ...dataset, test: relabelled(test, permuted(test.count, change.kind)) }
    case 'training labels permuted':
      return { ...dataset, train: relabelled(train, permuted(train.count, change.kind)) }
    case 'test labels alike':
      return { ...dataset, test: { ...test, labels: test.labels.map(() => Number(change.label)) } }
    case 'test images darkened':
      return { ...dataset, test: { ...test, images: test.images.map((pixel) => pixel >> 1) } }
    default:
      return dataset
  }
}

const relabelled = (set: ImageSet, source: Uint32Array): ImageSet => ({
  ...set,
  labels: set.labels.map((_, i) => set.labels[source[i]]),
})

/** What a report says of a dataset. */
export function describeDataset({ name, train, test }: Dataset): AlteredData {
  const counts = new Map<number, number>()
  for (const label of test.labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    name,
    trainExamples: train.count,
    testExamples: test.count,
    labels: [...counts.keys()].sort((a, b) => a - b).map(String),
    largestShare: Math.max(...counts.values()) / test.count,
  }
}
