import { describe, expect, it } from 'vitest'
import { deformation } from '../../src/data/deformation.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const b = createReferenceBackend('f32')
const still = {
  rotationDegrees: 0,
  translationPixels: 0,
  scaleLow: 1,
  scaleHigh: 1,
  elasticSigma: 4,
  elasticAlpha: 0,
}
const side = 28
const size = side * side
const rows = 2
const images = b.reals(rows * size)
images.set([...drawStrokes({ train: rows, test: 1 }).train.images].map((level) => level / 255))

function bent(settings: Partial<typeof still>, calls = 1) {
  const out = b.reals(rows * size)
  const deform = deformation(b, { ...still, ...settings }, rows, side, namedStream('deform spec'))
  for (let i = 0; i < calls; i++) deform(out, images, rows)
  return out
}
const ink = (x: Float32Array | Float64Array) => [...x].reduce((sum, value) => sum + value, 0)

describe('deformation', () => {
  it('of strength zero is the identity, bit for bit', () => {
    expect([...bent({})]).toEqual([...images])
  })

  it.each([
    ['rotation', { rotationDegrees: 15 }],
    ['translation', { translationPixels: 2 }],
    ['scale', { scaleLow: 0.85, scaleHigh: 1.15 }],
    ['elastic displacement', { elasticAlpha: 8 }],
    ['elastic displacement without smoothing', { elasticAlpha: 1, elasticSigma: 0 }],
  ])('of %s alone moves ink about, and makes or loses little of it', (_, settings) => {
    const out = bent(settings)
    expect([...out]).not.toEqual([...images])
    expect(ink(out) / ink(images)).toBeGreaterThan(0.7)
    expect(ink(out) / ink(images)).toBeLessThan(1.4)
    expect(Math.max(...out)).toBeLessThanOrEqual(1)
    expect(Math.min(...out)).toBeGreaterThanOrEqual(0)
  })

  it('is drawn afresh at each call, and differs from image to image', () => {
    const settings = { rotationDegrees: 15, elasticAlpha: 8 }
    expect([...bent(settings, 2)]).not.toEqual([...bent(settings)])
    expect([...bent(settings)]).toEqual([...bent(settings)])
  })

  it('by a shift of whole pixels reads the pixels there', () => {
    const stream = { ...namedStream('deform spec'), next: () => 1 - 2 ** -53 }
    const out = b.reals(rows * size)
    deformation(b, { ...still, translationPixels: 2 }, rows, side, stream)(out, images, rows)
    const at = (x: typeof out, i: number, j: number) => x[i * side + j]
    for (let i = 0; i < side - 3; i++)
      for (let j = 0; j < side - 3; j++)
        expect(at(out, i, j)).toBeCloseTo(at(images, i + 2, j + 2), 5)
  })
})
