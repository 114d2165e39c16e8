import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { median } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import { margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture, text } from '../../../figures/svg.ts'
import { arms } from './arms.ts'

const height = 470
const panel = { width: 420, height: height - headHeight - 8 }

/** What either net forgets of the first task, seed by seed. */
export const forgetting: Figure = {
  name: 'forgetting',
  draw(runs) {
    const lwta = new Map(runs.of('lwta').map((run) => [run.seed, run.metric('forgetting')]))
    const pairs = runs.of('relu').flatMap((run) => {
      const other = lwta.get(run.seed)
      return other === undefined ? [] : [{ relu: run.metric('forgetting'), lwta: other }]
    })
    const kept = pairs.filter((pair) => pair.lwta < pair.relu).length
    const tied = pairs.filter((pair) => pair.lwta === pair.relu).length
    const highest = Math.max(...pairs.flatMap(({ relu, lwta }) => [relu, lwta]))
    const lowest = Math.min(0, ...pairs.flatMap(({ relu, lwta }) => [relu, lwta]))
    const middle = {
      relu: median(pairs.map(({ relu }) => relu)),
      lwta: median(pairs.map(({ lwta }) => lwta)),
    }
    const drawn = chart({
      ...panel,
      x: {
        label: '',
        domain: [-0.35, 1.35],
        ticks: [0, 1],
        tickFormat: (at) => [arms.relu.label, arms.lwta.label][at],
      },
      y: {
        label: 'share of test digits 0 to 4 that task 2 cost',
        domain: [lowest, Math.ceil(highest * 50) / 50],
        tickFormat: percent,
      },
      marks: [
        ...pairs.map((pair) =>
          Plot.line(
            [
              [0, pair.relu],
              [1, pair.lwta],
            ],
            {
              stroke: pair.lwta < pair.relu ? arms.lwta.colour : arms.relu.colour,
              strokeDasharray: pair.lwta < pair.relu ? 'none' : '5 3',
              strokeOpacity: pair.lwta === pair.relu ? 0.3 : 0.75,
              strokeWidth: 1.4,
            },
          ),
        ),
        ...(['relu', 'lwta'] as const).flatMap((arm, x) => [
          Plot.dot(pairs, { x, y: arm, r: 3.5, fill: arms[arm].colour, fillOpacity: 0.7 }),
          Plot.ruleY([middle[arm]], {
            x1: x === 0 ? -0.24 : 1.1,
            x2: x === 0 ? -0.1 : 1.24,
            stroke: arms[arm].colour,
            strokeWidth: 4,
          }),
          label(
            percent(middle[arm]),
            { x: x === 0 ? -0.17 : 1.17, y: middle[arm] },
            arms[arm].colour,
            { textAnchor: 'middle', dx: 0, dy: -12 },
          ),
        ]),
      ],
    })
    const legend = [
      { words: `In ${kept} of ${pairs.length} seeds LWTA forgets less`, colour: arms.lwta.colour },
      {
        words: `In ${pairs.length - kept - tied} it forgets more (dashed)`,
        colour: arms.relu.colour,
      },
      ...(tied > 0 ? [{ words: `In ${tied} they are level`, colour: quiet }] : []),
    ]
    return picture({
      width: pictureWidth,
      height,
      title: 'Forgetting, seed by seed',
      note: 'A line joins the two nets of one seed: same first weights, same batches. Short bars mark the medians.',
      drawn: [
        at(margin, headHeight, drawn),
        ...legend.map(({ words, colour }, i) =>
          text(words, {
            x: margin + panel.width + 36,
            y: headHeight + 110 + i * 30,
            fill: colour,
            'font-size': 16,
            'font-weight': 600,
          }),
        ),
      ],
    })
  },
}
