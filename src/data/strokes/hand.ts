import type { Stream } from '../../numerics/stream.ts'
import { type Polyline, traceCurve } from './curve.ts'
import { side } from './ink.ts'
import type { PenPath } from './pen-path.ts'

/**
 * How much the writing varies. Lengths are in twentieths of the digit's height where no other unit
 * is given.
 */
const variation = {
  /** Standard deviation of each point of the pen's path, along each axis. */
  wobble: 0.7,
  /** Height of the upright digit, in pixels. */
  height: [16, 21],
  /** Width, as a factor of the width of the pen path. */
  width: [0.7, 1.2],
  /** Slant: how far the top leans to the right, per unit of height. */
  slant: [-0.1, 0.35],
  /** Tangent of the angle by which the digit is rotated: up to 10 degrees in both directions. */
  turn: [-0.176, 0.176],
  /** Offset of the digit's middle from the middle of the image, in pixels, along each axis. */
  offset: [-1, 1],
  /** Half the thickness of the pen, in pixels. */
  radius: [0.8, 1.7],
} as const

/** One written digit: lines in pixels and the radius of the pen. */
export interface Writing {
  readonly lines: readonly Polyline[]
  readonly radius: number
}

/**
 * Writes the digit with random variation. All randomness comes from `stream`; the number of draws
 * does not depend on the values drawn.
 */
export function write(path: PenPath, stream: Stream): Writing {
  const pick = ([low, high]: readonly [number, number]) => low + (high - low) * stream.next()
  const height = pick(variation.height) / 20
  const width = height * pick(variation.width)
  const slant = pick(variation.slant)
  const turn = pick(variation.turn)
  const shiftX = pick(variation.offset)
  const shiftY = pick(variation.offset)
  const radius = pick(variation.radius)

  // Sine and cosine from the tangent, without trigonometric functions.
  const cosine = 1 / Math.sqrt(1 + turn * turn)
  const sine = turn * cosine
  const lines = path.map((stroke) => {
    const x: number[] = []
    const y: number[] = []
    for (let i = 0; i < stroke.x.length; i++) {
      const upY = height * (stroke.y[i] + wobble(stream))
      const upX = width * (stroke.x[i] + wobble(stream)) - slant * upY
      x.push(cosine * upX - sine * upY)
      y.push(sine * upX + cosine * upY)
    }
    const line = newPolyline(1 + 8 * stroke.x.length)
    traceCurve(line, { x, y, sharp: stroke.sharp })
    return line
  })
  centre(lines, shiftX, shiftY)
  return { lines, radius }
}

/** Approximates a normal deviate: the sum of three uniform numbers has standard deviation 1/2. */
function wobble(stream: Stream): number {
  const sum = stream.next() + stream.next() + stream.next()
  return variation.wobble * 2 * (sum - 1.5)
}

function newPolyline(capacity: number): Polyline {
  return { x: new Float64Array(capacity), y: new Float64Array(capacity), length: 0 }
}

/** Moves the middle of the digit's bounding box to the middle of the image plus the shift. */
function centre(lines: readonly Polyline[], shiftX: number, shiftY: number): void {
  const middle = (side - 1) / 2
  const moveX = middle + shiftX - middleOf(lines.map(({ x, length }) => x.subarray(0, length)))
  const moveY = middle + shiftY - middleOf(lines.map(({ y, length }) => y.subarray(0, length)))
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      line.x[i] += moveX
      line.y[i] += moveY
    }
  }
}

function middleOf(axes: readonly Float64Array[]): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const axis of axes) {
    for (const value of axis) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return (low + high) / 2
}
