import { pixelImage, weightTone } from './image-grid.ts'
import type { Run } from './runs.ts'
import { at } from './svg.ts'

export interface Fields {
  /** How many units are drawn: the first ones in order, not a choice of good ones. */
  readonly units: number
  readonly columns: number
  readonly size: number
  readonly gap: number
}

/**
 * The weights of first-layer units as images, each scaled by its own largest weight. The weights
 * are pixels x width and come first in the parameters.
 */
export function fieldsOf(run: Run, side: number, width: number, fields: Fields): string {
  const { values } = run.tensor('finalParameters')
  const { units, columns, size, gap } = fields
  const pixels = side * side
  return Array.from({ length: units }, (_, unit) => {
    const weights = Float64Array.from({ length: pixels }, (_, i) => values[i * width + unit])
    const tone = weightTone(largest(weights))
    const image = pixelImage({ values: weights, side, tone, size })
    return at((unit % columns) * (size + gap), Math.floor(unit / columns) * (size + gap), image)
  }).join('')
}

/** The largest magnitude. */
const largest = (values: ArrayLike<number>) =>
  Array.from(values, Math.abs).reduce((a, b) => Math.max(a, b), 0)
