import type { Figure } from '../../../figures/figure.ts'
import { inkTone, pixelImage, slice } from '../../../figures/image-grid.ts'
import type { Run } from '../../../figures/runs.ts'
import { margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture, text } from '../../../figures/svg.ts'
import { side } from './arms.ts'

const digits = 10
const shownEpochs = 4
const gap = 6
const labels = 96
const size = (pictureWidth - 2 * margin - labels - (digits - 1) * gap) / digits

/** Ten training digits, and what the net saw of them in its first epochs. */
export const bending: Figure = {
  name: 'bending',
  draw(runs) {
    const run = runs.first('deformed')
    const rows = [
      { words: 'original', image: original(run) },
      ...Array.from({ length: shownEpochs }, (_, epoch) => ({
        words: `epoch ${epoch + 1}`,
        image: bent(run, epoch),
      })),
    ]
    const extra = (row: number) => (row > 0 ? 10 : 0)
    return picture({
      width: pictureWidth,
      height: headHeight + rows.length * (size + gap) + 26,
      title: 'No digit is seen twice',
      note: 'The first training digit of each class, and how the net saw it: turned, scaled, shifted and bent afresh.',
      drawn: rows.flatMap(({ words, image }, row) => {
        const y = headHeight + row * (size + gap) + extra(row)
        return [
          text(words, { x: margin, y: y + size / 2 + 5, fill: quiet }),
          ...Array.from({ length: digits }, (_, digit) =>
            at(margin + labels + digit * (size + gap), y, image(digit, size)),
          ),
        ]
      }),
    })
  },
}

type DigitImage = (digit: number, size: number) => string

export function original(run: Run): DigitImage {
  const { values } = run.tensor('digits')
  return (digit, size) =>
    pixelImage({ values: slice(values, digit, side * side), side, tone: inkTone, size })
}

/** As they were seen in an epoch, counted from 0. */
export function bent(run: Run, epoch: number): DigitImage {
  const { values } = run.tensor('bentDigits')
  return (digit, size) =>
    pixelImage({
      values: slice(values, epoch * digits + digit, side * side),
      side,
      tone: inkTone,
      size,
    })
}
