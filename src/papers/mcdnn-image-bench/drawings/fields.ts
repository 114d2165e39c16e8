import { fieldsOf } from '../../../figures/fields.ts'
import type { Figure } from '../../../figures/figure.ts'
import { margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'

const side = 28
const gap = 4
const columns = 12
const size = (pictureWidth - 2 * margin - (columns - 1) * gap) / columns
const grid = { units: 36, columns, size, gap }

/** First-layer weights of the first units of a column. */
export const fields: Figure = {
  name: 'fields',
  draw(runs) {
    const run = runs.first('column')
    const width = Number(String(run.config.hiddenWidths).split('-')[0])
    return picture({
      width: pictureWidth,
      height: headHeight + (grid.units / columns) * (size + gap) + 16,
      title: 'First-layer weights of a column',
      note: `Units 1 to ${grid.units} of ${width}, seed ${run.seed}. Vermilion: ink excites, blue: ink inhibits, each to its own scale.`,
      drawn: [at(margin, headHeight, fieldsOf(run, side, width, grid))],
    })
  },
}
