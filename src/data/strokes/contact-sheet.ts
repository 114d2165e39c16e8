import type { Dataset, ImageSet } from '../dataset.ts'

/** A grey picture, row-major. White is 255 here, as in PNG, and 0 in `images`. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const gap = 2
const partGap = 16

/**
 * Images side by side for a person to look at, black on white: `rows` rows of the training part,
 * and below them as many of the test part. The digit is the column's number mod 10.
 */
export function contactSheet({ train, test }: Dataset, rows: number, columns: number): GreyPicture {
  const cell = train.side + gap
  const width = columns * cell + gap
  const height = 2 * (rows * cell + gap) + partGap
  const data = new Uint8Array(width * height).fill(255)
  const paste = (set: ImageSet, top: number) => {
    for (let i = 0; i < Math.min(rows * columns, set.count); i++) {
      const left = gap + (i % columns) * cell
      const first = top + Math.floor(i / columns) * cell
      for (let y = 0; y < set.side; y++)
        for (let x = 0; x < set.side; x++)
          data[(first + y) * width + left + x] = 255 - set.images[(i * set.side + y) * set.side + x]
    }
  }
  paste(train, gap)
  paste(test, rows * cell + partGap + gap)
  return { width, height, data }
}
