import type { Dataset, ImageSet } from '../../../src/data/dataset.ts'
import { namedStream, type Stream } from '../../../src/numerics/stream.ts'
import type { Config, Paper } from '../../../src/papers/paper.ts'
import { pixelsOf, side } from '../recording/numbered-images.ts'
import { recordedRun } from '../recording/recorded-run.ts'
import type { Update } from '../recording/recorder.ts'

/** Settings under which one half of the deformation does nothing. */
export const rigid: Config = {
  rotationDegrees: 0,
  translationPixels: 0,
  scaleLow: 1,
  scaleHigh: 1,
}
export const smooth: Config = { elasticAlpha: 0 }

/** Grey levels from one pixel to the next. */
const slope = 9

/**
 * Images whose grey level is nine times the column (digit 0) or nine times the row (digit 1), in
 * turn. Interpolation keeps a ramp exact, so a pixel of a bent ramp says from where it was read.
 */
export function ramps(count: number): Dataset {
  const along = [(_: number, column: number) => column, (row: number) => row]
  const images = Uint8Array.from({ length: count * pixelsOf }, (_, at) => {
    const pixel = at % pixelsOf
    const place = along[Math.floor(at / pixelsOf) % 2]
    return slope * place(Math.floor(pixel / side), pixel % side)
  })
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 2)
  const set: ImageSet = { count, side, images, labels }
  return { name: 'strokes', digest: 'ramps', train: set, test: set }
}

/** The images of a batch, each with its label. */
export const rowsOf = ({ x, labels }: Update) =>
  labels.map((label, row) => ({
    label,
    pixels: x.subarray(row * pixelsOf, (row + 1) * pixelsOf),
  }))

/** A stream whose single draws are these in turn; fields of noise are drawn from its state. */
export function scripted(draws: readonly number[]): Stream {
  let at = 0
  return { ...namedStream('deformation spec'), next: () => draws[at++ % draws.length] }
}

/** A bent ramp, as the column (axis x) or the row (axis y) from which each pixel was read. */
export interface BentRamp {
  readonly axis: 'x' | 'y'
  readonly sources: Float64Array
}

/** The arms that bend their images: they draw for it. */
export const bending = ({ arms }: Paper) =>
  Object.keys(arms).filter((arm) => arms[arm].streams?.includes('deformation'))

/** The first batch that a paper's deformed arm trains on, where the digits are ramps. */
export async function firstBatch(
  paper: Paper,
  config: Config,
  draws: readonly number[],
): Promise<BentRamp[]> {
  const { updates } = await recordedRun(paper, {
    arm: bending(paper)[0],
    config: { ...config, batchSize: 4 },
    dataset: ramps(4),
    streams: { deformation: scripted(draws) },
  })
  return rowsOf(updates[0]).map(({ label, pixels }) => ({
    axis: label === 0 ? 'x' : 'y',
    sources: pixels.map((value) => (value * 255) / slope),
  }))
}
