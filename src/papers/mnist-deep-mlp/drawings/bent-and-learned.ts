import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { apart, chart, label } from '../../../figures/chart.ts'
import { curve } from '../../../figures/curves.ts'
import type { Animation } from '../../../figures/figure.ts'
import type { Runs } from '../../../figures/runs.ts'
import { margin } from '../../../figures/style.ts'
import { at, headHeight, picture, text } from '../../../figures/svg.ts'
import { arms, bothArms } from './arms.ts'
import { bent, original } from './bending.ts'

const width = 800
const height = 350
const digit = { size: 62, gap: 5, columns: 5 }
const digitsWidth = digit.columns * (digit.size + digit.gap) - digit.gap
const panel = { width: width - 2 * margin - digitsWidth - 36, height: height - headHeight - 6 }

/** Epoch by epoch: ten training digits as the net sees them now, and the test error so far. */
export const bentAndLearned: Animation = {
  of: (runs) => runs.first('deformed'),
  milliseconds: 700,
  frames(runs) {
    const run = runs.first('deformed')
    const epochs = run.curve('epoch').length
    return Array.from({ length: epochs + 1 }, (_, epoch) => {
      const image = epoch === 0 ? original(run) : bent(run, epoch - 1)
      const digits = Array.from({ length: 10 }, (_, i) =>
        at(
          (i % digit.columns) * (digit.size + digit.gap),
          Math.floor(i / digit.columns) * (digit.size + digit.gap),
          image(i, digit.size),
        ),
      )
      return picture({
        width,
        height,
        title: epoch === 0 ? 'Before training' : `Epoch ${epoch}: every digit is bent afresh`,
        note: 'One net trains on digits deformed in every epoch, the other on digits as they are; one seed.',
        drawn: [
          at(
            margin,
            headHeight,
            text(
              epoch === 0 ? 'Training digits as they are' : 'Training digits as the net sees them',
              {
                y: 14,
                'font-size': 14,
                'font-weight': 600,
              },
            ),
            at(0, 40, ...digits),
          ),
          at(margin + digitsWidth + 36, headHeight, errorPanel(runs, epoch)),
        ],
      })
    })
  },
}

function errorPanel(runs: Runs, epoch: number): string {
  const epochs = runs.first('deformed').curve('epoch')
  const lines = bothArms.map((arm) => ({ ...arms[arm], y: runs.first(arm).curve('testError') }))
  const highest = Math.ceil(100 * Math.max(...lines.flatMap(({ y }) => y))) / 100
  const moved = apart(
    lines.map(({ y }) => y[Math.max(0, epoch - 1)]),
    [0, highest],
  )
  return chart({
    ...panel,
    title: 'Test error',
    x: {
      label: 'epoch',
      domain: [0.6, epochs.length],
      ticks: epochs.filter((at) => at === 1 || at % 5 === 0),
      tickFormat: String,
    },
    y: { label: '', domain: [0, highest], tickFormat: percent },
    right: 92,
    marks: lines.flatMap(({ y, colour, label: words }, arm) => {
      if (epoch === 0) return []
      const now = { x: epoch, y: y[epoch - 1] }
      return [
        curve(epochs, y.slice(0, epoch), { stroke: colour, strokeWidth: 3 }),
        Plot.dot([now], { x: 'x', y: 'y', r: 4, fill: colour }),
        label(words, now, colour, { dy: moved[arm] }),
      ]
    }),
  })
}
