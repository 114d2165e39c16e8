import { expect, it } from 'vitest'
import { readGif } from '../../src/audit/gather/gif.ts'
import { gif } from '../../src/figures/gif.ts'
import type { Pixels } from '../../src/figures/raster.ts'

/** A square of one colour. */
function square(side: number, red: number): Pixels {
  const rgba = new Uint8Array(4 * side * side)
  for (let i = 0; i < side * side; i++) rgba.set([red, 0, 0, 255], 4 * i)
  return { width: side, height: side, rgba }
}

const frames = [0, 90, 180].map((red) => square(4, red))

it('holds every frame, and the comment', () => {
  expect(readGif(gif(frames, 100, 'assay:abc'))).toEqual({
    state: 'gif',
    frames: 3,
    delays: [10, 10, 300],
    comments: ['assay:abc'],
  })
})

it('holds a comment longer than one block', () => {
  const comment = 'x'.repeat(600)
  expect(readGif(gif(frames, 100, comment))).toMatchObject({ frames: 3, comments: [comment] })
})

it('is the same twice, repeats, and stands on its last frame', () => {
  const bytes = gif(frames, 100, 'a')
  expect(gif(frames, 100, 'a')).toEqual(bytes)
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).toContain('NETSCAPE2.0')
  const control = '!\u00f9\u0004'
  const delays = text
    .split(control)
    .slice(1)
    .map((block) => block.charCodeAt(1) + 256 * block.charCodeAt(2))
  expect(delays).toEqual([10, 10, 300])
})

it('refuses no frames, and frames of two sizes', () => {
  expect(() => gif([], 100, 'a')).toThrow('A GIF needs at least one frame')
  expect(() => gif([square(4, 0), square(5, 0)], 100, 'a')).toThrow(
    'A frame is 5 x 5, but the first frame is 4 x 4',
  )
})
