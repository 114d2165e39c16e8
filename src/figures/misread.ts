import { grouped } from './amounts.ts'
import type { Figure } from './figure.ts'
import { inkTone, pixelImage, slice } from './image-grid.ts'
import type { Run } from './runs.ts'
import { colours, margin, pictureWidth, quiet } from './style.ts'
import { at, element, escaped, headHeight, picture } from './svg.ts'

interface MisreadGrid {
  readonly columns: number
  readonly size: number
  readonly gap: number
}

const most = 24
const columns = 8
const gap = 14
const grid = { columns, gap, size: (pictureWidth - 2 * margin - (columns - 1) * gap) / columns }

/**
 * The test errors in which the first run of an arm is most confident. `who` names the net in the
 * note.
 */
export const misread = (arm: string, who: string): Figure => ({
  name: 'misread',
  draw(runs) {
    const run = runs.first(arm)
    const { count, total } = run.count('testError')
    const shown = Math.min(most, count)
    return picture({
      width: pictureWidth,
      height: headHeight + Math.ceil(shown / columns) * misreadRow(grid) + 12,
      title: `Misread digits: the surest ${shown} of ${count} errors`,
      note: `Of ${grouped(total)} test digits; ${who}, seed ${run.seed}. Blue: the digit, vermilion: the answer.`,
      drawn: [at(margin, headHeight, misreadDigits(run, most, grid))],
    })
  },
})

const words = 22

/** The height of a row of misread digits, with the captions under them. */
const misreadRow = ({ size, gap }: MisreadGrid) => size + words + gap

/** The digits that a run misreads, each with the truth and the answer under it. */
function misreadDigits(run: Run, most: number, grid: MisreadGrid): string {
  const images = run.tensor('misreadImages')
  const as = run.tensor('misreadAs')
  const [count, pixels] = images.shape
  const side = Math.sqrt(pixels)
  const { columns, size, gap } = grid
  return Array.from({ length: Math.min(most, count) }, (_, i) => {
    const [truth, answer] = slice(as.values, i, 3)
    const values = slice(images.values, i, pixels)
    return at(
      (i % columns) * (size + gap),
      Math.floor(i / columns) * misreadRow(grid),
      pixelImage({ values, side, tone: inkTone, size }),
      caption(String(truth), String(answer), size),
    )
  }).join('')
}

function caption(truth: string, answer: string, size: number): string {
  const part = (words: string, attributes: Record<string, string | number>) =>
    element('tspan', attributes, escaped(words))
  return element(
    'text',
    { x: size / 2, y: size + 17, 'text-anchor': 'middle', 'font-size': 14 },
    part(truth, { fill: colours.blue, 'font-weight': 600 }),
    part(' read as ', { fill: quiet, 'font-size': 11 }),
    part(answer, { fill: colours.vermilion, 'font-weight': 600 }),
  )
}
