import { grouped } from '../../../figures/amounts.ts'
import type { Figure } from '../../../figures/figure.ts'
import { misreadDigits, misreadRow } from '../../../figures/misread.ts'
import { margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'

const most = 24
const columns = 8
const gap = 14
const grid = { columns, gap, size: (pictureWidth - 2 * margin - (columns - 1) * gap) / columns }

/** The errors that the net trained on deformed digits is surest of. */
export const misread: Figure = {
  name: 'misread',
  draw(runs) {
    const run = runs.first('deformed')
    const { count, total } = run.count('testError')
    const shown = Math.min(most, count)
    return picture({
      width: pictureWidth,
      height: headHeight + Math.ceil(shown / columns) * misreadRow(grid) + 12,
      title: `Misread digits: the surest ${shown} of ${count} errors`,
      note: `Of ${grouped(total)} test digits; the net trained on deformed digits, seed ${run.seed}. Blue: the digit, vermilion: the answer.`,
      drawn: [at(margin, headHeight, misreadDigits(run, most, grid))],
    })
  },
}
