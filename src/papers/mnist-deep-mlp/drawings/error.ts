import { percent } from '../../../figures/amounts.ts'
import { apart, chart, label } from '../../../figures/chart.ts'
import { medians, seedsAndMedian } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import { margin, pictureWidth } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms, bothArms } from './arms.ts'

const height = 430
const tenth = (value: number) => value.toFixed(1)
const panel = { width: (pictureWidth - 2 * margin - 24) / 2, height: height - headHeight - 8 }

/** Test error and training loss of both ways of training. */
export const error: Figure = {
  name: 'error',
  draw(runs) {
    const epochs = runs.first('deformed').curve('epoch')
    const x = {
      label: 'epoch',
      domain: [0.6, epochs.length] as const,
      ticks: epochs.filter((epoch) => epoch === 1 || epoch % 5 === 0),
      tickFormat: String,
    }
    const drawn = [
      { curve: 'testError', title: 'Test error', format: percent, unit: 0.01 },
      { curve: 'trainLoss', title: 'Training loss in nats', format: tenth, unit: 0.1 },
    ].map(({ curve, title, format, unit }, i) => {
      const lines = bothArms.map((arm) => ({
        ...arms[arm],
        seeds: runs.of(arm).map((run) => run.curve(curve)),
      }))
      const highest = Math.max(...lines.flatMap(({ seeds }) => seeds.flat()))
      const moved = apart(
        lines.map(({ seeds }) => medians(seeds)[epochs.length - 1]),
        [0, highest],
      )
      const steps = Math.ceil(highest / unit)
      const ticks = Array.from({ length: steps + 1 }, (_, step) => step * unit)
      return at(
        margin + i * (panel.width + 24),
        headHeight,
        chart({
          ...panel,
          title,
          x,
          y: { label: '', domain: [0, steps * unit], ticks, tickFormat: format },
          right: 92,
          marks: lines.flatMap(({ seeds, colour, label: words }, arm) => [
            ...seedsAndMedian({ x: epochs, seeds, colour }),
            label(words, { x: epochs.length, y: medians(seeds)[epochs.length - 1] }, colour, {
              dy: moved[arm],
            }),
          ]),
        }),
      )
    })
    return picture({
      width: pictureWidth,
      height,
      title: 'Training on deformed digits and on digits as they are',
      note: `Each thin line is one of ${runs.of('deformed').length} seeds, the bold line their median. Both test on digits as they are.`,
      drawn,
    })
  },
}
