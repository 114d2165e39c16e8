import type { Paper } from '../papers/paper.ts'
import type { Golden, GoldenId } from '../records/golden.ts'
import type { DatasetId, Preset } from '../records/record.ts'

/** Reads a golden; null when none was accepted. */
export type GoldenOf = (id: GoldenId) => Golden | null

export interface Place {
  readonly dataset: DatasetId
  readonly preset: Preset
}

/** The places, strongest evidence first. A summary shows the first place that has a golden. */
const order: readonly Place[] = [
  { dataset: 'mnist', preset: 'headline' },
  { dataset: 'mnist', preset: 'paper' },
  { dataset: 'mnist', preset: 'quick' },
  { dataset: 'strokes', preset: 'headline' },
  { dataset: 'strokes', preset: 'paper' },
  { dataset: 'strokes', preset: 'quick' },
]

const datasetNames = { mnist: 'MNIST', strokes: 'strokes' }

export function placeName({ dataset, preset }: Place): string {
  return `${datasetNames[dataset]}, ${preset}`
}

/** The places of a list of declarations, strongest evidence first. */
export function inOrder<T extends Place>(declared: readonly T[]): T[] {
  const rank = ({ dataset, preset }: Place) =>
    order.findIndex((place) => place.dataset === dataset && place.preset === preset)
  return declared.toSorted((a, b) => rank(a) - rank(b))
}

/** The places where a claim of the paper is judged, or where the paper has a golden. */
export function placesOf(paper: Paper, goldenOf: GoldenOf): Place[] {
  const declared = paper.claims.flatMap(({ judgedAt }) => judgedAt)
  return order.filter(
    ({ dataset, preset }) =>
      declared.some((at) => at.dataset === dataset && at.preset === preset) ||
      goldenOf({ paper: paper.slug, dataset, preset }) !== null,
  )
}
