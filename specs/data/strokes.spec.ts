import { describe, expect, it } from 'vitest'
import { contactSheet } from '../../src/data/strokes/contact-sheet.ts'
import type { Polyline } from '../../src/data/strokes/curve.ts'
import { traceCurve } from '../../src/data/strokes/curve.ts'
import { handwriting } from '../../src/data/strokes/handwriting.ts'
import { clear, develop, draw, newCanvas, side } from '../../src/data/strokes/ink.ts'
import { parsePenPath } from '../../src/data/strokes/pen-path.ts'
import { defaultStrokesSize, drawStrokes } from '../../src/data/strokes/strokes.ts'

const pixels = side * side
const small = drawStrokes({ train: 60, test: 30 })

describe('strokes', () => {
  it('are the same bytes every time, here and everywhere', () => {
    const again = drawStrokes({ train: 60, test: 30 })
    expect(again.digest).toBe(small.digest)
    expect(Buffer.from(again.train.images).equals(Buffer.from(small.train.images))).toBe(true)
    // Accepted bits: they change only with the handwriting or the hands, and every golden with them.
    expect(small.digest).toBe('401d88f83de0db149be2293a10419b9e404b0098814f10161cb3b935ff3c1c03')
  })

  it('of a larger set begin with the images of a smaller one', () => {
    const large = drawStrokes({ train: 100, test: 50 })
    expect(Buffer.from(large.train.images.subarray(0, 60 * pixels))).toEqual(
      Buffer.from(small.train.images),
    )
    expect(Buffer.from(large.test.images.subarray(0, 30 * pixels))).toEqual(
      Buffer.from(small.test.images),
    )
    expect(large.digest).not.toBe(small.digest)
  })

  it('have as many images of every digit in every ten, in memory that workers share', () => {
    for (const { labels, images, count } of [small.train, small.test]) {
      expect([...labels]).toEqual(Array.from({ length: count }, (_, i) => i % 10))
      expect(images.buffer).toBeInstanceOf(SharedArrayBuffer)
      expect(labels.buffer).toBeInstanceOf(SharedArrayBuffer)
    }
  })

  it('are all different, inked, and clear of the picture’s outermost pixels', () => {
    const { count, images } = drawStrokes({ train: 400, test: 10 }).train
    const seen = new Set<string>()
    for (let i = 0; i < count; i++) {
      const image = Buffer.from(images.subarray(i * pixels, (i + 1) * pixels))
      seen.add(image.toString('base64'))
      const ink = image.reduce((sum, pixel) => sum + pixel, 0) / 255
      expect(ink).toBeGreaterThan(15)
      expect(ink).toBeLessThan(pixels / 3)
      expect(image.includes(255)).toBe(true)
    }
    expect(seen.size).toBe(count)
  })

  it('are drawn for the test in ways that the training part lacks', () => {
    for (const { train, test } of handwriting) {
      const known = new Set(train.map((path) => JSON.stringify(path)))
      expect(known.size).toBe(train.length)
      expect(new Set(test.map((path) => JSON.stringify(path))).size).toBe(test.length)
      for (const path of test) expect(known.has(JSON.stringify(path))).toBe(false)
    }
    expect(handwriting.map(({ train, test }) => [train.length, test.length])).toEqual(
      Array.from({ length: 10 }, () => [5, 3]),
    )
  })

  it('are of the default size unless another is asked', () => {
    const { train, test } = drawStrokes()
    expect({ train: train.count, test: test.count }).toEqual(defaultStrokesSize)
  })
})

describe('a pen path', () => {
  it('is read from points, sharp turns and lifts', () => {
    expect(parsePenPath('1,2 3,4.5! -5,6 | 7,8 9,0')).toEqual([
      { x: [1, 3, -5], y: [2, 4.5, 6], sharp: [false, true, false] },
      { x: [7, 9], y: [8, 0], sharp: [false, false] },
    ])
    expect(() => parsePenPath('1,2 3;4')).toThrow('"3;4" is not a point')
    expect(() => parsePenPath('1,2 | 3,4 5,6')).toThrow('fewer than two points')
  })

  it('is traced through all of its points, straight where they are in line', () => {
    const line = traced('0,0 3,0 9,0')
    expect([...line.y].every((y) => y === 0)).toBe(true)
    expect(passes(line, 3, 0)).toBe(true)
    expect(passes(traced('0,0 5,5 9,1 2,7'), 9, 1)).toBe(true)
  })

  it('turns at a sharp point and swings round a smooth one', () => {
    const highest = (line: Polyline) => Math.max(...line.y)
    expect(highest(traced('0,0 4,5! 9,3'))).toBe(5)
    expect(highest(traced('0,0 4,5 9,3'))).toBeGreaterThan(5)
  })
})

describe('the pen', () => {
  it('inks what lies within its radius and half of what lies on its rim', () => {
    const image = new Uint8Array(pixels)
    const canvas = newCanvas()
    clear(canvas)
    draw(canvas, { x: Float64Array.of(5, 10), y: Float64Array.of(7, 7), length: 2 }, 2)
    develop(image, canvas, 2)
    const at = (x: number, y: number) => image[y * side + x]
    expect([at(7, 7), at(7, 8), at(7, 9), at(7, 10)]).toEqual([255, 255, 128, 0])
    expect([at(3, 7), at(2, 7), at(12, 7), at(13, 7)]).toEqual([128, 0, 128, 0])
  })

  it('may leave the picture', () => {
    const canvas = newCanvas()
    clear(canvas)
    const line = { x: Float64Array.of(-9, 40), y: Float64Array.of(-5, 33), length: 2 }
    expect(() => draw(canvas, line, 2)).not.toThrow()
  })
})

describe('the contact sheet', () => {
  it('shows the training part above the test part, black on white', () => {
    const { width, height, data } = contactSheet(small, 2, 10)
    expect([width, height]).toEqual([10 * 30 + 2, 4 * 30 + 20])
    expect(data.length).toBe(width * height)
    expect(data[0]).toBe(255)
    const picture = (left: number, top: number) =>
      Array.from({ length: side }, (_, y) => [
        ...data.subarray((top + y) * width + left, (top + y) * width + left + side),
      ]).flat()
    expect(picture(2 + 30, 2)).toEqual(
      [...small.train.images.subarray(pixels, 2 * pixels)].map((p) => 255 - p),
    )
    expect(picture(2, 2 * 30 + 18)).toEqual(
      [...small.test.images.subarray(0, pixels)].map((p) => 255 - p),
    )
  })
})

function traced(text: string): Polyline {
  const line = { x: new Float64Array(99), y: new Float64Array(99), length: 0 }
  for (const stroke of parsePenPath(text)) traceCurve(line, stroke)
  return { x: line.x.slice(0, line.length), y: line.y.slice(0, line.length), length: line.length }
}

function passes({ x, y, length }: Polyline, atX: number, atY: number): boolean {
  for (let i = 0; i < length; i++) if (x[i] === atX && y[i] === atY) return true
  return false
}
