import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { type Axis, apart, chart, label } from '../../../figures/chart.ts'
import { medians, seedsAndMedian } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import { margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms, bothArms } from './arms.ts'

const height = 440
const panel = { width: (pictureWidth - 2 * margin - 24) / 2, height: height - headHeight - 8 }

/** Test accuracy on both tasks, while task 1 and then task 2 is trained. */
export const tasks: Figure = {
  name: 'tasks',
  draw(runs) {
    const epochs = runs.first('lwta').curve('epoch')
    const first = Number(runs.first('lwta').config.epochsPerTask)
    const lowest = 0.75
    const below = bothArms
      .flatMap((arm) => runs.of(arm))
      .filter((run) => run.curve('task1Accuracy').some((share) => share < lowest)).length
    const drawn = [
      { curve: 'task1Accuracy', title: 'Task 1: digits 0 to 4', low: lowest },
      { curve: 'task2Accuracy', title: 'Task 2: digits 5 to 9', low: 0 },
    ].map(({ curve, title, low }, i) => {
      const lines = bothArms.map((arm) => ({
        ...arms[arm],
        seeds: runs.of(arm).map((run) => run.curve(curve)),
      }))
      const ends = apart(
        lines.map(({ seeds }) => medians(seeds)[epochs.length - 1]),
        [low, 1],
      )
      const panelOf = chart({
        ...panel,
        title,
        x: epochAxis(epochs.length),
        y: {
          label: 'test accuracy',
          domain: [low, 1],
          ticks: low > 0 ? [0.75, 0.8, 0.85, 0.9, 0.95, 1] : [0, 0.25, 0.5, 0.75, 1],
          tickFormat: percent,
        },
        right: 62,
        marks: [
          ...switchMark(first, 1, i === 0 ? 'task 2 begins' : ''),
          ...lines.flatMap(({ seeds, colour, label: words }, arm) => [
            ...seedsAndMedian({ x: epochs, seeds, colour }, low),
            label(words, { x: epochs.length, y: medians(seeds)[epochs.length - 1] }, colour, {
              dy: ends[arm],
            }),
          ]),
        ],
      })
      return at(margin + i * (panel.width + 24), headHeight, panelOf)
    })
    return picture({
      width: pictureWidth,
      height,
      title: 'Two tasks, one after the other',
      note: `Each thin line is one of ${runs.of('lwta').length} seeds, the bold line their median. Left, ${below} of the lines leave the axis below.`,
      drawn,
    })
  },
}

export const epochAxis = (epochs: number): Axis => ({
  label: 'epoch',
  domain: [0.6, epochs],
  ticks: Array.from({ length: epochs }, (_, i) => i + 1),
  tickFormat: String,
})

/** Where the second task begins: between two epochs. */
export function switchMark(after: number, y: number, words: string): Plot.Markish[] {
  const x = after + 0.5
  return [
    Plot.ruleX([x], { stroke: quiet, strokeDasharray: '4 3' }),
    ...(words ? [label(words, { x, y }, quiet, { dy: -10, dx: 4, fontWeight: 400 })] : []),
  ]
}
