import type { Dataset, ImageSet } from '../../../src/data/dataset.ts'
import { namedStream } from '../../../src/numerics/stream.ts'

export type Part = 'train' | 'test'

export const side = 28
export const pixelsOf = side * side

/**
 * Images of noise that say which they are. The first four pixels are paper, ink, the image's number
 * and the part it belongs to; they can be read whatever the pixels are scaled to. Digits in turn.
 */
export function numberedImages(train: number, test: number): Dataset {
  const part = (name: Part, count: number): ImageSet => {
    const stream = namedStream(`numbered images/${name}`)
    const images = Uint8Array.from({ length: count * pixelsOf }, () =>
      Math.floor(256 * stream.next()),
    )
    for (let i = 0; i < count; i++) images.set([0, 255, i, name === 'test' ? 255 : 0], i * pixelsOf)
    return { count, side, images, labels: Uint8Array.from({ length: count }, (_, i) => i % 10) }
  }
  const [trained, tested] = [part('train', train), part('test', test)]
  return { name: 'strokes', digest: 'numbered', train: trained, test: tested }
}

/** Which image each row of x shows, as "train 7"; x holds whole images that nothing has bent. */
export function namesOf(x: Float64Array): string[] {
  return Array.from({ length: x.length / pixelsOf }, (_, row) => {
    const [paper, ink, number, part] = x.subarray(row * pixelsOf)
    const level = (value: number) => Math.round((255 * (value - paper)) / (ink - paper))
    return `${level(part) === 255 ? 'test' : 'train'} ${level(number)}`
  })
}

/** The grey levels of an image called "train 7". */
export function levelsOf(dataset: Dataset, name: string): Uint8Array {
  const [part, number] = name.split(' ')
  const from = Number(number) * pixelsOf
  return dataset[part as Part].images.subarray(from, from + pixelsOf)
}

/** The digit that an image called "train 7" shows. */
export function digitOf(dataset: Dataset, name: string): number {
  const [part, number] = name.split(' ')
  return dataset[part as Part].labels[Number(number)]
}
