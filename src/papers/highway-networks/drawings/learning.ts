import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { medians, seedsAndMedian } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import type { Run } from '../../../figures/runs.ts'
import { margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms, chanceLoss } from './arms.ts'

const height = 420
const panel = { width: (pictureWidth - 2 * margin - 24) / 2, height: height - headHeight - 8 }

/** Test accuracy and training loss of both kinds of block, 30 deep, over the epochs. */
export const learning: Figure = {
  name: 'learning',
  draw(runs) {
    const both = (['highway', 'plain'] as const).map((arm) => ({ ...arms[arm], of: runs.of(arm) }))
    const seeds = Math.max(...both.map(({ of }) => of.length))
    const epochs = runs.first('highway').curve('epoch')
    const x = {
      label: 'epoch',
      domain: [0.6, epochs.length] as const,
      ticks: [1, 4, 8, 12],
      tickFormat: String,
    }
    const accuracy = chart({
      ...panel,
      title: 'Test accuracy',
      x,
      y: { label: '', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: percent },
      right: 74,
      marks: [
        Plot.ruleY([0.1], { stroke: quiet, strokeDasharray: '3 3' }),
        label('chance', { x: 0.6, y: 0.1 }, quiet, { dy: 10, dx: 2, fontWeight: 400 }),
        ...both.flatMap(({ of, colour, label: words }) => [
          ...seedsAndMedian({ x: epochs, seeds: curvesOf(of, 'testAccuracy'), colour }),
          endLabel(words, of, 'testAccuracy', colour),
        ]),
      ],
    })
    const loss = chart({
      ...panel,
      title: 'Training loss in nats',
      x,
      y: { label: '', domain: [0, 2.6], ticks: [0, 0.5, 1, 1.5, 2, 2.5], tickFormat: String },
      right: 74,
      marks: [
        Plot.ruleY([chanceLoss], { stroke: quiet, strokeDasharray: '3 3' }),
        label('log 10: every digit equally likely', { x: 1, y: chanceLoss }, quiet, {
          dy: -12,
          dx: 0,
          fontWeight: 400,
        }),
        ...both.flatMap(({ of, colour, label: words }) => [
          ...seedsAndMedian({ x: epochs, seeds: curvesOf(of, 'trainLoss'), colour }),
          endLabel(words, of, 'trainLoss', colour),
        ]),
      ],
    })
    return picture({
      width: pictureWidth,
      height,
      title: `Learning at depth ${runs.first('highway').config.depth}: highway and plain nets`,
      note: `Each thin line is one of ${seeds} seeds, the bold line their median.`,
      drawn: [at(margin, headHeight, accuracy), at(margin + panel.width + 24, headHeight, loss)],
    })
  },
}

const curvesOf = (of: readonly Run[], name: string) => of.map((run) => run.curve(name))

function endLabel(words: string, of: readonly Run[], name: string, colour: string) {
  const all = medians(curvesOf(of, name))
  return label(words, { x: all.length, y: all[all.length - 1] }, colour)
}
