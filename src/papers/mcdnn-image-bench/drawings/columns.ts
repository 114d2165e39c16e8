import * as Plot from '@observablehq/plot'
import { precisePercent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import type { Figure } from '../../../figures/figure.ts'
import { slice } from '../../../figures/image-grid.ts'
import { colours, margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'

const height = 430

/** Test error of the average, by how many columns are averaged: each choice of columns a dot. */
export const columns: Figure = {
  name: 'columns',
  draw(runs) {
    const run = runs.first('averaged')
    const { total } = run.count('averagedTestError')
    const { shape, values } = run.tensor('wrongBySubset')
    const choices = Array.from({ length: shape[0] }, (_, i) => {
      const [chosen, wrong] = slice(values, i, 2)
      return { chosen, error: wrong / total }
    })
    const most = Math.max(...choices.map(({ chosen }) => chosen))
    const means = Array.from({ length: most }, (_, i) => {
      const errors = choices.filter(({ chosen }) => chosen === i + 1).map(({ error }) => error)
      return { chosen: i + 1, error: errors.reduce((a, b) => a + b, 0) / errors.length }
    })
    const errors = choices.map(({ error }) => error)
    const highest = Math.ceil(1000 * Math.max(...errors)) / 1000
    const lowest = Math.floor(1000 * Math.min(...errors)) / 1000
    const last = means[means.length - 1]
    return picture({
      width: pictureWidth,
      height,
      title: 'Test error by the number of columns averaged',
      note: `Each dot is one choice among the ${most} columns, the line their mean. The axis does not begin at zero.`,
      drawn: [
        at(
          margin,
          headHeight,
          chart({
            width: pictureWidth - 2 * margin,
            height: height - headHeight - 8,
            x: {
              label: 'columns averaged',
              domain: [0.7, most + 0.1],
              ticks: means.map(({ chosen }) => chosen),
              tickFormat: String,
            },
            y: { label: 'test error', domain: [lowest, highest], tickFormat: precisePercent },
            right: 120,
            left: 58,
            marks: [
              Plot.line(means, {
                x: 'chosen',
                y: 'error',
                stroke: colours.blue,
                strokeWidth: 3,
              }),
              Plot.dot(choices, {
                x: 'chosen',
                y: 'error',
                r: 4,
                fill: colours.blue,
                fillOpacity: 0.4,
              }),
              label(`all ${most}: ${precisePercent(last.error)}`, ends(last), colours.blue, {
                dx: 12,
              }),
              label(`one: ${precisePercent(means[0].error)}`, ends(means[0]), colours.blue, {
                dx: 10,
                dy: -10,
              }),
            ],
          }),
        ),
      ],
    })
  },
}

const ends = ({ chosen, error }: { chosen: number; error: number }) => ({ x: chosen, y: error })
