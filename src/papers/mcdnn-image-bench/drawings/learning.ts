import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { seedsAndMedian } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import type { Run } from '../../../figures/runs.ts'
import { colours, margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'

const height = 430
const panel = { width: (pictureWidth - 2 * margin - 24) / 2, height: height - headHeight - 8 }

/** Test error and training loss of the columns, with the drop of the learning rate. */
export const learning: Figure = {
  name: 'learning',
  draw(runs) {
    const columns = runs.of('column')
    const [first] = columns
    const epochs = first.curve('epoch')
    const x = epochAxis(epochs)
    const errors = columns.map((run) => run.curve('testError'))
    const losses = columns.map((run) => run.curve('trainLoss'))
    const highest = Math.ceil(Math.max(...errors.flat()) * 100) / 100
    const [low, high] = [Math.min(...losses.flat()), Math.max(...losses.flat())]
    const decades = [1e-4, 1e-3, 1e-2, 1e-1, 1].filter((at) => at >= low / 10 && at <= high * 10)
    const top = decades[decades.length - 1]
    return picture({
      width: pictureWidth,
      height,
      title: 'Learning of the columns',
      note: `Each thin line is one of ${columns.length} columns, the bold line their median.`,
      drawn: [
        at(
          margin,
          headHeight,
          chart({
            ...panel,
            title: 'Test error',
            x,
            y: { label: '', domain: [0, highest], tickFormat: percent },
            marks: [
              ...seedsAndMedian({ x: epochs, seeds: errors, colour: colours.blue }),
              ...rateDrop(first, highest),
            ],
          }),
        ),
        at(
          margin + panel.width + 24,
          headHeight,
          chart({
            ...panel,
            title: 'Training loss in nats, logarithmic',
            x,
            y: {
              label: '',
              type: 'log',
              domain: [decades[0], top],
              ticks: decades,
              tickFormat: String,
            },
            left: 56,
            marks: [
              ...seedsAndMedian({ x: epochs, seeds: losses, colour: colours.blue }),
              ...rateDrop(first, top),
            ],
          }),
        ),
      ],
    })
  },
}

export const epochAxis = (epochs: readonly number[]) => ({
  label: 'epoch',
  domain: [0.6, epochs.length] as const,
  ticks: epochs.filter((epoch) => epoch === 1 || epoch % 3 === 0),
  tickFormat: String,
})

/** Between the last epoch at the first rate and the first at the second. */
export function rateDrop({ config }: Run, y: number): Plot.Markish[] {
  const x = Number(config.dropEpoch) - 0.5
  return [
    Plot.ruleX([x], { stroke: quiet, strokeDasharray: '4 3' }),
    label(`rate ${config.learningRate}`, { x, y }, quiet, {
      textAnchor: 'end',
      dx: -6,
      dy: 10,
      fontWeight: 400,
    }),
    label(`${config.laterLearningRate}`, { x, y }, quiet, { dx: 6, dy: 10, fontWeight: 400 }),
  ]
}
