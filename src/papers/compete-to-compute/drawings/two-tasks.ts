import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { apart, chart, label } from '../../../figures/chart.ts'
import { curve } from '../../../figures/curves.ts'
import type { Animation } from '../../../figures/figure.ts'
import type { Runs } from '../../../figures/runs.ts'
import { margin } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms, bothArms } from './arms.ts'
import { epochAxis, switchMark } from './tasks.ts'
import { type UnitState, unitScatter, unitStates } from './units-in-use.ts'

const width = 800
const height = 400
const scatter = { width: 330, height: height - headHeight - 6 }
const panel = { width: width - 2 * margin - scatter.width - 24, height: scatter.height }
const between = 4
const lowest = 0.8

/** Epoch by epoch: accuracy on the first task, and which LWTA units the two tasks use. */
export const twoTasks: Animation = {
  of: (runs) => runs.first('lwta'),
  milliseconds: 170,
  frames(runs) {
    const states = unitStates(runs.first('lwta'))
    return states.flatMap((state, epoch) => {
      const next = states[epoch + 1]
      const steps = next ? between : 1
      return Array.from({ length: steps }, (_, i) =>
        frame(runs, epoch, next ? moved(state, next, i / between) : state),
      )
    })
  },
}

/** Between two epochs the dots move at constant speed, so that a reader can follow each. */
const moved = (from: readonly UnitState[], to: readonly UnitState[], share: number) =>
  from.map(({ first, second }, i) => ({
    first: first + (to[i].first - first) * share,
    second: second + (to[i].second - second) * share,
  }))

function frame(runs: Runs, epoch: number, units: readonly UnitState[]): string {
  const lwta = runs.first('lwta')
  const first = Number(lwta.config.epochsPerTask)
  const learned =
    epoch === 0 ? 'Before training' : epoch <= first ? 'digits 0 to 4' : 'digits 5 to 9'
  return picture({
    width,
    height,
    title: epoch === 0 ? learned : `Epoch ${epoch}: learning ${learned}`,
    note: 'LWTA and ReLU nets from the same weights, on the same batches; one seed.',
    drawn: [
      at(margin, headHeight, accuracies(runs, epoch, first)),
      at(
        margin + panel.width + 24,
        headHeight,
        unitScatter(units, {
          ...scatter,
          title: 'How often each LWTA unit wins',
          colour: arms.lwta.colour,
        }),
      ),
    ],
  })
}

function accuracies(runs: Runs, epoch: number, first: number): string {
  const epochs = runs.first('lwta').curve('epoch')
  const seen = epochs.slice(0, epoch)
  const lines = bothArms.map((arm) => ({
    ...arms[arm],
    y: runs.first(arm).curve('task1Accuracy').slice(0, epoch),
  }))
  const ends = apart(
    lines.map(({ y }) => y[epoch - 1] ?? 0),
    [lowest, 1],
  )
  return chart({
    ...panel,
    title: 'Test accuracy on digits 0 to 4',
    x: epochAxis(epochs.length),
    y: { label: '', domain: [lowest, 1], ticks: [0.8, 0.85, 0.9, 0.95, 1], tickFormat: percent },
    right: 62,
    marks: [
      ...switchMark(first, 1, 'digits 5 to 9 begin'),
      ...lines.flatMap(({ y, colour, label: words }, arm) =>
        y.length === 0
          ? []
          : [
              curve(seen, y, { stroke: colour, strokeWidth: 3 }),
              Plot.dot([[epoch, y[epoch - 1]]], { r: 4, fill: colour }),
              label(words, { x: epoch, y: y[epoch - 1] }, colour, { dy: ends[arm] }),
            ],
      ),
    ],
  })
}
