import * as gifenc from 'gifenc'
import type { Pixels } from './raster.ts'

/**
 * Node imports this CommonJS package as one default export; bundlers and vitest import the names of
 * its ES build.
 */
const { GIFEncoder, applyPalette, quantize } =
  'quantize' in gifenc.default ? gifenc.default : gifenc

const mostColours = 256
/** The last frame is shown longer, before the animation repeats. */
const lastMilliseconds = 3000
/**
 * The palette is made from every third pixel. All frames share one palette, so that colours do not
 * flicker.
 */
const sampledEvery = 3

/**
 * Frames of one size as a GIF that repeats, with `comment` in its comment block. Throws when there is
 * no frame or when a frame is of another size.
 */
export function gif(frames: readonly Pixels[], milliseconds: number, comment: string): Uint8Array {
  const [first] = frames
  if (!first) throw new Error('A GIF needs at least one frame')
  const { width, height } = first
  const odd = frames.find((frame) => frame.width !== width || frame.height !== height)
  if (odd)
    throw new Error(
      `A frame is ${odd.width} x ${odd.height}, but the first frame is ${width} x ${height}`,
    )

  const palette = quantize(sample(frames), mostColours)
  const encoder = GIFEncoder()
  for (const [i, { rgba }] of frames.entries()) {
    const isLast = i === frames.length - 1
    encoder.writeFrame(applyPalette(rgba, palette), width, height, {
      ...(i === 0 && { palette, repeat: 0 }),
      delay: isLast ? lastMilliseconds : milliseconds,
    })
  }
  encoder.finish()
  return withComment(encoder.bytes(), comment)
}

function sample(frames: readonly Pixels[]): Uint8Array {
  const words = frames.map(({ rgba }) => new Uint32Array(rgba.slice().buffer))
  const picked = words.map((frame) => frame.filter((_, i) => i % sampledEvery === 0))
  const all = new Uint32Array(picked.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const frame of picked) {
    all.set(frame, at)
    at += frame.length
  }
  return new Uint8Array(all.buffer)
}

/**
 * Adds a comment extension before the trailer: an introducer, blocks of at most 255 bytes, an end.
 */
function withComment(bytes: Uint8Array, comment: string): Uint8Array {
  const words = new TextEncoder().encode(comment)
  const blocks: number[] = []
  for (let from = 0; from < words.length; from += 255) {
    const block = words.subarray(from, from + 255)
    blocks.push(block.length, ...block)
  }
  const trailer = bytes.length - 1
  return Uint8Array.from([...bytes.subarray(0, trailer), 0x21, 0xfe, ...blocks, 0, bytes[trailer]])
}
