import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart } from '../../../figures/chart.ts'
import type { Figure } from '../../../figures/figure.ts'
import { slice } from '../../../figures/image-grid.ts'
import type { Run } from '../../../figures/runs.ts'
import { line, margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms } from './arms.ts'

const height = 470
const panel = { width: (pictureWidth - 2 * margin - 24) / 2, height: height - headHeight - 8 }

/** How often each first-layer unit is used by one task and by the other. */
export const unitsInUse: Figure = {
  name: 'units-in-use',
  draw: (runs) =>
    picture({
      width: pictureWidth,
      height,
      title: 'Which units the two tasks use',
      note: `A dot is a unit of the first layer after both tasks, seed ${runs.first('lwta').seed}. On the diagonal, both tasks use it alike.`,
      drawn: (['lwta', 'relu'] as const).map((arm, i) => {
        const states = unitStates(runs.first(arm))
        const title =
          arm === 'lwta' ? 'LWTA: how often it wins its block' : 'ReLU: how often it is on'
        return at(
          margin + i * (panel.width + 24),
          headHeight,
          unitScatter(states[states.length - 1], { ...panel, title, colour: arms[arm].colour }),
        )
      }),
    }),
}

export interface UnitState {
  /** Share of test digits 0 to 4, and of 5 to 9, on which the unit passes its value on. */
  readonly first: number
  readonly second: number
}

/** The units before training and after each epoch. */
export function unitStates(run: Run): UnitState[][] {
  const { shape, values } = run.tensor('unitsInUse')
  const [epochs, , units] = shape
  return Array.from({ length: epochs }, (_, epoch) => {
    const first = slice(values, 2 * epoch, units)
    const second = slice(values, 2 * epoch + 1, units)
    return Array.from(first, (share, i) => ({ first: share, second: second[i] }))
  })
}

interface Scatter {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly colour: string
}

export function unitScatter(units: readonly UnitState[], scatter: Scatter): string {
  const { colour, ...rest } = scatter
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return chart({
    ...rest,
    x: { label: 'of digits 0 to 4', domain: [0, 1], ticks, tickFormat: percent },
    y: { label: 'of digits 5 to 9', domain: [0, 1], ticks, tickFormat: percent },
    right: 24,
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: line, strokeWidth: 1.5 },
      ),
      Plot.dot(units, { x: 'first', y: 'second', r: 2.6, fill: colour, fillOpacity: 0.5 }),
    ],
  })
}
