import { encode } from 'fast-png'
import { line } from './style.ts'
import { element } from './svg.ts'

type Colour = readonly [number, number, number]

/** What a pixel's value looks like. */
export type Tone = (value: number) => Colour

/** Ink on paper: 0 is white and 1 is black. */
export const inkTone: Tone = (value) => {
  const grey = 255 - Math.round(255 * clamped(value))
  return [grey, grey, grey]
}

const below: Colour = [0, 114, 178]
const above: Colour = [198, 79, 0]

/** Blue for -limit, white for 0, vermilion for +limit. */
export function weightTone(limit: number): Tone {
  return (value) => {
    const share = clamped(Math.abs(value) / (limit || 1))
    const [r, g, b] = value < 0 ? below : above
    const mixed = (channel: number) => Math.round(255 + (channel - 255) * share)
    return [mixed(r), mixed(g), mixed(b)]
  }
}

const clamped = (value: number) => Math.min(1, Math.max(0, value))

export interface PixelImage {
  /** Row-major, `side` x `side`. */
  readonly values: ArrayLike<number>
  readonly side: number
  readonly tone: Tone
  /** How large it is drawn. */
  readonly size: number
}

/** A small square image with hard pixels and a thin frame, at the origin. */
export function pixelImage({ values, side, tone, size }: PixelImage): string {
  const data = new Uint8Array(3 * side * side)
  for (let i = 0; i < side * side; i++) data.set(tone(values[i]), 3 * i)
  const bytes = encode({ width: side, height: side, data, channels: 3 })
  return (
    element('image', {
      width: size,
      height: size,
      'image-rendering': 'optimizeSpeed',
      'xlink:href': `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
    }) +
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: size - 1,
      height: size - 1,
      fill: 'none',
      stroke: line,
      'stroke-width': 1,
    })
  )
}

/** Row i of a tensor whose last axes are whole images (or whatever else is `length` long). */
export function slice(values: ArrayLike<number>, i: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, k) => values[i * length + k])
}
