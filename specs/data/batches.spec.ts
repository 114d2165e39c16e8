import { describe, expect, it } from 'vitest'
import {
  balancedSubset,
  classSubset,
  imageBatches,
  inOrder,
  subset,
} from '../../src/data/batches.ts'
import { signedPixels, unitPixels } from '../../src/data/pixels.ts'
import { createReferenceBackend } from '../../src/numerics/reference/index.ts'
import { namedStream } from '../../src/numerics/stream.ts'

/** 40 images of 2 x 2, all of image i's pixels being i, digits 0 to 3 in turn. */
const set = {
  count: 40,
  side: 2,
  images: Uint8Array.from({ length: 160 }, (_, i) => Math.floor(i / 4)),
  labels: Uint8Array.from({ length: 40 }, (_, i) => i % 4),
}
const draw = () => namedStream('batches spec')
const labelsOf = (images: Uint32Array) => [...images].map((at) => set.labels[at])

describe('which images a run uses', () => {
  it('all of them in order, when it asks for as many or more: nothing is drawn', () => {
    const stream = draw()
    expect([...subset(set, 40, stream)]).toEqual([...inOrder(40)])
    expect([...subset(set, 99, stream)]).toEqual([...inOrder(40)])
    expect(stream.state).toEqual(draw().state)
  })

  it('different ones from anywhere, the same for the same stream, when it asks for fewer', () => {
    const some = subset(set, 12, draw())
    expect(new Set(some).size).toBe(12)
    expect([...some]).not.toEqual([...inOrder(12)])
    expect([...subset(set, 12, draw())]).toEqual([...some])
    expect([...subset(set, 13, draw()).slice(0, 12)]).toEqual([...some])
  })

  it('equally many of each class', () => {
    const labels = labelsOf(balancedSubset(set, [1, 3], 4, draw()))
    expect(labels.filter((label) => label === 1)).toHaveLength(4)
    expect(labels.filter((label) => label === 3)).toHaveLength(4)
    expect(labels).toHaveLength(8)
  })

  it('as many as there are, when a class has fewer', () => {
    expect(balancedSubset(set, [0], 99, draw())).toHaveLength(10)
    expect(classSubset(set, [0, 1], 99, draw())).toHaveLength(20)
  })

  it('of some classes, in shuffled order', () => {
    const some = classSubset(set, [0, 2], 7, draw())
    expect(some).toHaveLength(7)
    expect(new Set(labelsOf(some))).toEqual(new Set([0, 2]))
  })
})

describe('a batch of images', () => {
  const b = createReferenceBackend('f32')
  it('has one image a row, from anywhere in the order, with its label', () => {
    const [x, labels] = [new Float32Array(12), new Int32Array(3)]
    imageBatches(b, set, unitPixels, 2).load(x, labels, Uint32Array.of(9, 5, 30, 7), 1, 2)
    const grey = (level: number) => Math.fround(level / 255)
    expect([...x]).toEqual([...Array(4).fill(grey(5)), ...Array(4).fill(grey(30)), 0, 0, 0, 0])
    expect([...labels]).toEqual([1, 2, 0])
  })

  it('scales pixels by one division, or to both sides of zero', () => {
    expect([unitPixels[0], unitPixels[255], unitPixels[51]]).toEqual([0, 1, 51 / 255])
    expect([signedPixels[0], signedPixels[255]]).toEqual([-1, 1])
  })
})
