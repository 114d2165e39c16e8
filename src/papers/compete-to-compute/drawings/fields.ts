import { fieldsOf } from '../../../figures/fields.ts'
import type { Figure } from '../../../figures/figure.ts'
import { margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture, text } from '../../../figures/svg.ts'
import { arms } from './arms.ts'

const side = 28
const grid = { units: 24, columns: 6, size: 54, gap: 4 }
const blockWidth = grid.columns * (grid.size + grid.gap) - grid.gap
const height = headHeight + 26 + (grid.units / grid.columns) * (grid.size + grid.gap) + 20

/** What the first units of both nets look at, after both tasks. */
export const fields: Figure = {
  name: 'fields',
  draw(runs) {
    const drawn = (['lwta', 'relu'] as const).map((arm, i) => {
      const run = runs.first(arm)
      const width = Number(String(run.config.hiddenWidths).split('-')[0])
      return at(
        i === 0 ? margin : pictureWidth - margin - blockWidth,
        headHeight,
        text(arms[arm].label, {
          y: 14,
          'font-size': 14,
          'font-weight': 600,
          fill: arms[arm].colour,
        }),
        at(0, 26, fieldsOf(run, side, width, grid)),
      )
    })
    return picture({
      width: pictureWidth,
      height,
      title: 'First-layer weights after both tasks',
      note: `Units 1 to ${grid.units} of both nets, which began alike; seed ${runs.first('lwta').seed}. Vermilion: ink excites, blue: ink inhibits, each to its own scale.`,
      drawn,
    })
  },
}
