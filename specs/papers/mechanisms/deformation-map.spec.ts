import { describe, expect, it } from 'vitest'
import { papersWith } from '../arms.ts'
import { numberedImages, side } from '../recording/numbered-images.ts'
import { recordedRun } from '../recording/recorded-run.ts'
import { type BentRamp, bending, firstBatch, rowsOf, scripted, smooth } from './bent-ramps.ts'

const declared = { rotationDegrees: 15, translationPixels: 2, scaleLow: 0.85, scaleHigh: 1.15 }
const [low, middle, high] = [0, 0.5, 1 - 2 ** -32]

const inside = (at: number) => at >= 0 && at <= side - 1

/** Angle, scale and shift of the map from a pixel to where it was read; all images of a batch alike. */
function mapOf(batch: readonly BentRamp[]) {
  const [x, y] = ['x', 'y'].map((axis) => batch.find((image) => image.axis === axis)!.sources)
  const [middleLow, middleHigh] = [side / 2 - 1, side / 2]
  const linear = (source: Float64Array) => {
    const of = (row: number, column: number) => source[row * side + column]
    const corner = of(middleLow, middleLow)
    const alongX = of(middleLow, middleHigh) - corner
    const alongY = of(middleHigh, middleLow) - corner
    return { alongX, alongY, atCentre: corner + alongX / 2 + alongY / 2 }
  }
  const [u, v] = [linear(x), linear(y)]
  const centre = (side - 1) / 2
  let worst = 0
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [du, dv] = [column - centre, row - centre]
      const [sx, sy] = [u, v].map((m) => m.atCentre + m.alongX * du + m.alongY * dv)
      if (!inside(sx) || !inside(sy)) continue
      const at = row * side + column
      worst = Math.max(worst, Math.abs(x[at] - sx), Math.abs(y[at] - sy))
    }
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0
  const degrees = (radians: number) => round((radians * 180) / Math.PI)
  return {
    degreesOfX: degrees(Math.atan2(v.alongX, u.alongX)),
    degreesOfY: degrees(Math.atan2(-u.alongY, v.alongY)),
    scaleOfX: round(1 / Math.hypot(u.alongX, v.alongX)),
    scaleOfY: round(1 / Math.hypot(u.alongY, v.alongY)),
    shift: [round(u.atCentre - centre), round(v.atCentre - centre)],
    bentBeyondThat: round(worst),
  }
}

describe.each(papersWith('deformation'))(
  '$slug: a pixel is read at R(angle) (pixel - centre) / scale + centre + shift',
  ({ paper }) => {
    const angleOf = (draw: number) => (draw === low ? -15 : draw === high ? 15 : 0)
    it.each([
      ['nothing, in the middle of all ranges', [middle, middle, middle, middle], 1, [0, 0]],
      ['a turn of -15 degrees at the least draw', [low, middle, middle, middle], 1, [0, 0]],
      ['a turn of 15 degrees at the greatest draw', [high, middle, middle, middle], 1, [0, 0]],
      ['a scale of 0.85 at the least draw', [middle, low, middle, middle], 0.85, [0, 0]],
      ['a scale of 1.15 at the greatest draw', [middle, high, middle, middle], 1.15, [0, 0]],
      ['a shift of -2 pixels in x at the least draw', [middle, middle, low, middle], 1, [-2, 0]],
      ['a shift of 2 pixels in x at the greatest draw', [middle, middle, high, middle], 1, [2, 0]],
      ['a shift of -2 pixels in y at the least draw', [middle, middle, middle, low], 1, [0, -2]],
      ['a shift of 2 pixels in y at the greatest draw', [middle, middle, middle, high], 1, [0, 2]],
      ['all of them at once', [high, low, high, low], 0.85, [2, -2]],
    ] as const)('%s', async (_, draws, scale, shift) => {
      const degrees = angleOf(draws[0])
      expect(mapOf(await firstBatch(paper, { ...declared, ...smooth }, draws))).toEqual({
        degreesOfX: degrees,
        degreesOfY: degrees,
        scaleOfX: scale,
        scaleOfY: scale,
        shift,
        bentBeyondThat: 0,
      })
    })

    it('where that lies outside of the image, it is paper', async () => {
      const dataset = numberedImages(4, 1)
      dataset.train.images.fill(255)
      const streams = { deformation: scripted([middle, middle, high, middle]) }
      const config = { ...declared, ...smooth, batchSize: 4 }
      const { updates } = await recordedRun(paper, {
        arm: bending(paper)[0],
        config,
        dataset,
        streams,
      })
      for (const { pixels } of rowsOf(updates[0])) {
        const line = [...pixels.subarray(5 * side, 6 * side)].map(Math.round)
        expect(line).toEqual([...Array(26).fill(1), 0, 0])
      }
    })
  },
)
