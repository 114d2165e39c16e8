import type { Backend, Real } from '../numerics/backend.ts'
import { cos, elementaryFunctions, sin } from '../numerics/functions/index.ts'
import type { Stream } from '../numerics/stream.ts'

/** How strongly digits are deformed. Sizes in pixels, the rotation in degrees. */
export interface DeformationSettings {
  readonly rotationDegrees: number
  readonly translationPixels: number
  readonly scaleLow: number
  readonly scaleHigh: number
  /** Standard deviation of the Gaussian that smooths the displacement, and its strength. */
  readonly elasticSigma: number
  readonly elasticAlpha: number
}

/**
 * Deforms a batch of images anew at each call: rotation, scale and translation drawn uniformly, and
 * an elastic displacement U[-1, 1] smoothed and amplified (Simard et al. 2003). A target pixel
 * reads the source point R(angle) (pixel - centre) / scale + centre + translation + displacement.
 * Random numbers drawn per batch: for each image in turn four numbers (angle, scale, translation x
 * and y), then for each image in turn both displacement fields.
 */
export function deformation(
  b: Backend,
  settings: DeformationSettings,
  batch: number,
  side: number,
  stream: Stream,
): (out: Real, images: Real, rows: number) => void {
  const { rotationDegrees, translationPixels, scaleLow, scaleHigh } = settings
  const { elasticSigma, elasticAlpha } = settings
  const radius = elasticSigma > 0 ? 3 * elasticSigma : 0
  const taps = b.reals(2 * radius + 1)
  taps.set(gaussian(elasticSigma, radius))
  const affine = b.reals(batch * 6)
  const noise = b.reals(batch * 2 * side * side)
  const displacement = b.reals(batch * 2 * side * side)
  const centre = (side - 1) / 2
  const limit = (rotationDegrees * Math.PI) / 180

  const between = (low: number, high: number) => low + (high - low) * stream.next()

  return (out, images, rows) => {
    for (let row = 0; row < rows; row++) {
      const angle = between(-limit, limit)
      const scale = between(scaleLow, scaleHigh)
      const c = cos(angle) / scale
      const s = sin(angle) / scale
      const shiftX = centre + between(-translationPixels, translationPixels)
      const shiftY = centre + between(-translationPixels, translationPixels)
      affine.set([c, -s, shiftX, s, c, shiftY], row * 6)
    }
    const fields = rows * 2
    b.fillUniform(noise, stream.state, -1, 1, fields * side * side)
    b.smoothFields(displacement, noise, taps, elasticAlpha, fields, side, radius)
    b.warp(out, images, affine, displacement, rows, side)
  }
}

/** Gaussian weights at -radius..radius that sum to one, in float64. */
function gaussian(sigma: number, radius: number): Float64Array {
  const weights = new Float64Array(2 * radius + 1).fill(1)
  if (sigma > 0)
    for (let i = -radius; i <= radius; i++)
      weights[i + radius] = elementaryFunctions.f64.exp((-0.5 * i * i) / (sigma * sigma))
  let sum = 0
  for (const weight of weights) sum += weight
  return weights.map((weight) => weight / sum)
}
