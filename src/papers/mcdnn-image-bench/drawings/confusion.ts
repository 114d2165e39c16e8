import { grouped } from '../../../figures/amounts.ts'
import type { Figure } from '../../../figures/figure.ts'
import { logShare } from '../../../figures/functions.ts'
import { slice } from '../../../figures/image-grid.ts'
import { ramp } from '../../../figures/ramp.ts'
import type { Run } from '../../../figures/runs.ts'
import { faint, ink, margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, element, headHeight, picture, text } from '../../../figures/svg.ts'

const classes = 10
const height = 600
const cell = 46

/** Which digit a column takes for which. */
export const confusion: Figure = {
  name: 'confusion',
  draw(runs) {
    const run = runs.first('column')
    const epochs = answersOf(run)
    const last = epochs[epochs.length - 1]
    const { count, total } = run.count('testError')
    return picture({
      width: pictureWidth,
      height,
      title: `The ${count} errors of a column in ${grouped(total)} test digits`,
      note: `Seed ${run.seed}. Colour grows with the logarithm of the count; right answers stand on the diagonal.`,
      drawn: [
        at(margin + 116, headHeight, confusionMatrix(last, { cell, most: largestError(last) })),
      ],
    })
  },
}

/** Truth x answer, before training and after each epoch. */
export function answersOf(run: Run): Float64Array[] {
  const { shape, values } = run.tensor('answers')
  return Array.from({ length: shape[0] }, (_, epoch) => slice(values, epoch, classes * classes))
}

const isRight = (i: number) => Math.floor(i / classes) === i % classes

export const largestError = (answers: Float64Array) =>
  answers.reduce((most, count, i) => (isRight(i) ? most : Math.max(most, count)), 1)

interface Matrix {
  readonly cell: number
  /** The count that is darkest. */
  readonly most: number
}

export function confusionMatrix(answers: Float64Array, { cell, most }: Matrix): string {
  const left = 34
  const top = 46
  const names = Array.from({ length: classes }, (_, digit) => {
    const middle = (digit + 0.5) * cell
    const name = { 'text-anchor': 'middle', 'font-size': 14, 'font-weight': 600 }
    return (
      text(String(digit), { x: left + middle, y: top - 8, ...name }) +
      text(String(digit), { x: left - 14, y: top + middle + 5, ...name })
    )
  })
  const cells = Array.from(answers, (count, i) => {
    const x = left + (i % classes) * cell
    const y = top + Math.floor(i / classes) * cell
    const share = isRight(i) ? 0 : logShare(count, most)
    return at(
      x,
      y,
      element('rect', {
        x: 1,
        y: 1,
        width: cell - 2,
        height: cell - 2,
        rx: 2,
        fill: isRight(i) ? faint : shade(share),
      }),
      count === 0
        ? ''
        : text(String(count), {
            x: cell / 2,
            y: cell / 2 + 4.5,
            'text-anchor': 'middle',
            'font-size': cell > 36 ? 13 : 11,
            fill: isRight(i) ? quiet : share > 0.6 ? '#ffffff' : ink,
          }),
    )
  })
  return [
    text('answer', { x: left, y: 14, fill: quiet }),
    text('digit', { x: left - 24, y: top - 10, 'text-anchor': 'end', fill: quiet }),
    ...names,
    ...cells,
  ].join('')
}

/** From white to vermilion to nearly black. */
const shade = ramp([250, 248, 246], [230, 130, 60], [110, 35, 0])
