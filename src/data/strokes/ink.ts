import type { Polyline } from './curve.ts'

/** Pixels along one edge of an image, as in MNIST. */
export const side = 28

/**
 * The squared distance of each pixel's centre to the path of the pen. Reused from image to image.
 */
export interface Canvas {
  readonly squaredDistance: Float64Array
}

export function newCanvas(): Canvas {
  return { squaredDistance: new Float64Array(side * side) }
}

/** Removes everything drawn. */
export function clear(canvas: Canvas): void {
  canvas.squaredDistance.fill(Number.POSITIVE_INFINITY)
}

/**
 * Draws a polyline with a pen of this radius. Coordinates are in pixels, with (0, 0) at the centre
 * of the first pixel.
 */
export function draw({ squaredDistance }: Canvas, line: Polyline, radius: number): void {
  const reach = radius + 1
  for (let i = 1; i < line.length; i++) {
    const ax = line.x[i - 1]
    const ay = line.y[i - 1]
    const dx = line.x[i] - ax
    const dy = line.y[i] - ay
    const squaredLength = dx * dx + dy * dy
    const perLength = squaredLength > 0 ? 1 / squaredLength : 0
    const left = Math.max(0, Math.floor((dx < 0 ? line.x[i] : ax) - reach))
    const right = Math.min(side - 1, Math.floor((dx < 0 ? ax : line.x[i]) + reach) + 1)
    const top = Math.max(0, Math.floor((dy < 0 ? line.y[i] : ay) - reach))
    const bottom = Math.min(side - 1, Math.floor((dy < 0 ? ay : line.y[i]) + reach) + 1)
    for (let y = top; y <= bottom; y++) {
      const py = y - ay
      for (let x = left; x <= right; x++) {
        const px = x - ax
        let t = (px * dx + py * dy) * perLength
        if (t < 0) t = 0
        else if (t > 1) t = 1
        const ex = px - t * dx
        const ey = py - t * dy
        const squared = ex * ex + ey * ey
        const pixel = y * side + x
        if (squared < squaredDistance[pixel]) squaredDistance[pixel] = squared
      }
    }
  }
}

/**
 * Writes the grey picture: a pixel's ink is the share of its width that lies within the pen's
 * radius, which smooths the edge.
 */
export function develop(pixels: Uint8Array, { squaredDistance }: Canvas, radius: number): void {
  const edge = radius + 0.5
  for (let i = 0; i < side * side; i++) {
    const squared = squaredDistance[i]
    if (squared >= edge * edge) {
      pixels[i] = 0
      continue
    }
    const ink = edge - Math.sqrt(squared)
    pixels[i] = ink >= 1 ? 255 : Math.floor(255 * ink + 0.5)
  }
}
