import * as Plot from '@observablehq/plot'
import { percent, precisePercent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { curve } from '../../../figures/curves.ts'
import type { Animation } from '../../../figures/figure.ts'
import type { Run } from '../../../figures/runs.ts'
import { colours, margin } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { answersOf, confusionMatrix, largestError } from './confusion.ts'
import { epochAxis, rateDrop } from './learning.ts'

const width = 800
const height = 470
const cell = 32
const matrixWidth = 10 * cell + 56
const panel = { width: width - 2 * margin - matrixWidth - 30, height: height - headHeight - 20 }

/** Epoch by epoch: which digit one column mistakes for which, and its test error so far. */
export const sortingDigits: Animation = {
  of: (runs) => runs.first('column'),
  milliseconds: 800,
  frames(runs) {
    const run = runs.first('column')
    const epochs = answersOf(run)
    const most = largestError(epochs[1] ?? epochs[0])
    return epochs.map((answers, epoch) =>
      picture({
        width,
        height,
        title:
          epoch === 0 ? 'Before training' : `Epoch ${epoch}: ${wrongIn(answers)} digits misread`,
        note: 'One column and the test digits. Colour grows with the logarithm of the count.',
        drawn: [
          at(margin + 22, headHeight, confusionMatrix(answers, { cell, most })),
          at(margin + matrixWidth + 30, headHeight, errorPanel(run, epoch)),
        ],
      }),
    )
  },
}

const wrongIn = (answers: Float64Array) =>
  answers.reduce((sum, count, i) => (Math.floor(i / 10) === i % 10 ? sum : sum + count), 0)

function errorPanel(run: Run, epoch: number): string {
  const epochs = run.curve('epoch')
  const errors = run.curve('testError')
  const highest = Math.ceil(Math.max(...errors) * 100) / 100
  const now = { x: epoch, y: errors[epoch - 1] }
  return chart({
    ...panel,
    title: 'Test error',
    x: epochAxis(epochs),
    y: { label: '', domain: [0, highest], tickFormat: percent },
    right: 60,
    marks: [
      ...rateDrop(run, highest),
      ...(epoch === 0
        ? []
        : [
            curve(epochs, errors.slice(0, epoch), { stroke: colours.blue, strokeWidth: 3 }),
            Plot.dot([now], { x: 'x', y: 'y', r: 4, fill: colours.blue }),
            label(precisePercent(now.y), now, colours.blue, { dy: -10, dx: 4 }),
          ]),
    ],
  })
}
