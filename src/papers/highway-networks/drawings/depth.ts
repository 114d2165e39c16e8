import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { median } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import type { Runs } from '../../../figures/runs.ts'
import { margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { armOf, type Block, headlineDepth, otherDepths } from '../config.ts'
import { arms } from './arms.ts'

const height = 430
const depths = [headlineDepth, ...otherDepths].sort((a, b) => a - b)
const asideEach = 0.28

/** Test accuracy at the end, by depth: one dot per seed, and lines through the medians. */
export const depth: Figure = {
  name: 'depth',
  draw(runs) {
    const marks = (['highway', 'plain'] as const).flatMap((block) => {
      const { colour, label: words } = arms[block]
      const points = depths.map((at) => accuraciesAt(runs, block, at))
      const side = block === 'highway' ? -1 : 1
      const dots = points.flatMap((all, i) =>
        all.map((y) => ({ x: depths[i] + side * asideEach, y })),
      )
      const middle = points.map((all, i) => ({ x: depths[i] + side * asideEach, y: median(all) }))
      const last = middle[middle.length - 1]
      return [
        Plot.line(middle, { x: 'x', y: 'y', stroke: colour, strokeWidth: 3 }),
        Plot.dot(dots, { x: 'x', y: 'y', r: 3.5, fill: colour, fillOpacity: 0.45 }),
        label(words, last, colour, { dx: 12 }),
      ]
    })
    const drawn = chart({
      width: pictureWidth - 2 * margin,
      height: height - headHeight - 8,
      x: { label: 'blocks between the first and the last layer', domain: [3, 51], ticks: depths },
      y: {
        label: 'test accuracy',
        domain: [0, 1],
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickFormat: percent,
      },
      right: 90,
      marks: [
        Plot.ruleY([0.1], { stroke: quiet, strokeDasharray: '3 3' }),
        label('chance', { x: 3, y: 0.1 }, quiet, { dy: 10, dx: 2, fontWeight: 400 }),
        ...marks,
      ],
    })
    const seeds = runs.of('highway').length
    return picture({
      width: pictureWidth,
      height,
      title: 'Test accuracy by depth: highway and plain nets',
      note: `Each dot is one of ${seeds} seeds at its last epoch; lines join the medians.`,
      drawn: [at(margin, headHeight, drawn)],
    })
  },
}

function accuraciesAt(runs: Runs, block: Block, depth: number): number[] {
  return runs.of(armOf(block, depth)).map((run) => run.metric('testAccuracy'))
}
