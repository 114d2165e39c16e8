import { describe, expect, it } from 'vitest'
import { parseIdx } from '../../src/data/idx.ts'
import { idx } from './tiny-mnist.ts'

const images = idx(
  'images',
  [2, 2, 3],
  Uint8Array.from({ length: 12 }, (_, i) => i),
)
const labels = idx('labels', [3], Uint8Array.of(7, 0, 9))

describe('an idx file', () => {
  it('holds images of its dimensions', () => {
    const { count, rows, columns, payload } = parseIdx(images, 'images', 'a file')
    expect([count, rows, columns]).toEqual([2, 2, 3])
    expect([...payload]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('holds labels', () => {
    expect([...parseIdx(labels, 'labels', 'a file').payload]).toEqual([7, 0, 9])
  })

  it('is read from the middle of a larger buffer', () => {
    const larger = Buffer.concat([new Uint8Array(5), labels])
    expect([...parseIdx(larger.subarray(5), 'labels', 'a file').payload]).toEqual([7, 0, 9])
  })

  it.each([
    ['labels for images', labels, 'begins with 0x00000801 where idx images begin with 0x00000803'],
    ['text', Buffer.from('<!DOCTYPE html>…'), 'begins with 0x3c21444f where idx images'],
    ['half a header', images.subarray(0, 9), 'ends inside its idx header: 9 of 16 bytes'],
    ['too few bytes', images.subarray(0, 20), 'is truncated: 4 of 12 bytes after the header'],
    ['too many bytes', Buffer.concat([images, labels]), 'has 11 bytes too many'],
    ['no images', idx('images', [0, 28, 28], new Uint8Array()), 'declares 0 images of 28 x 28'],
    ['absurd sizes', idx('images', [1, 65536, 28], new Uint8Array()), 'which no data set has'],
  ])('of %s is refused in words', (_, bytes, words) => {
    const parsing = () => parseIdx(bytes, 'images', 'x.gz')
    expect(parsing).toThrow(/^x\.gz /)
    expect(parsing).toThrow(words)
  })
})
