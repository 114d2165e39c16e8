import * as Plot from '@observablehq/plot'
import { percent } from '../../../figures/amounts.ts'
import { chart, label } from '../../../figures/chart.ts'
import { curve } from '../../../figures/curves.ts'
import type { Animation } from '../../../figures/figure.ts'
import type { Run } from '../../../figures/runs.ts'
import { margin, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture } from '../../../figures/svg.ts'
import { arms, chanceLoss, firstGate } from './arms.ts'
import { gatesOf } from './gates.ts'

const width = 800
const height = 380
const panel = { width: (width - 2 * margin - 24) / 2, height: height - headHeight - 6 }

/** Epoch by epoch: the gates of the highway net open while its loss falls and that of the plain net stays. */
export const openingGates: Animation = {
  of: (runs) => runs.first('highway'),
  milliseconds: 600,
  frames(runs) {
    const [highway, plain] = [runs.first('highway'), runs.first('plain')]
    const gates = gatesOf(highway)
    const top = Math.ceil(Math.max(...gates.flat()) * 10) / 10
    return gates.map((row, epoch) =>
      picture({
        width,
        height,
        title: titleAt(highway, plain, epoch),
        note: `Nets of ${row.length} blocks, the same seed, rate and images.`,
        drawn: [
          at(margin, headHeight, gatesPanel(row, top, firstGate(highway))),
          at(margin + panel.width + 24, headHeight, lossPanel(highway, plain, epoch)),
        ],
      }),
    )
  },
}

function titleAt(highway: Run, plain: Run, epoch: number): string {
  if (epoch === 0) return 'Before training: every gate is nearly closed'
  const right = (run: Run) => percent(run.curve('testAccuracy')[epoch - 1])
  return `Epoch ${epoch}: of test digits, highway reads ${right(highway)}, plain ${right(plain)}`
}

function gatesPanel(
  gates: readonly number[],
  top: number,
  begin: ReturnType<typeof firstGate>,
): string {
  const bars = gates.map((gate, i) => ({ gate, x1: i + 0.6, x2: i + 1.4 }))
  return chart({
    ...panel,
    title: 'Mean transform gate of each layer',
    x: { label: 'layer', domain: [0.2, gates.length + 0.8], ticks: [1, 10, 20, 30] },
    y: { label: '', domain: [0, top] },
    marks: [
      Plot.rect(bars, { x1: 'x1', x2: 'x2', y1: 0, y2: 'gate', fill: arms.highway.colour }),
      Plot.ruleY([begin.gate], { stroke: arms.plain.colour, strokeWidth: 2 }),
      label(begin.words, { x: 1, y: begin.gate }, arms.plain.colour, { dx: 0, dy: -12 }),
    ],
  })
}

function lossPanel(highway: Run, plain: Run, epoch: number): string {
  const epochs = highway.curve('epoch').length
  const both = [
    { ...arms.highway, losses: highway.losses() },
    { ...arms.plain, losses: plain.losses() },
  ]
  const lines = both.flatMap(({ label: words, colour, losses }) => {
    const perEpoch = losses.length / epochs
    const seen = losses.subarray(0, epoch * perEpoch)
    const x = Array.from(seen, (_, i) => (i + 1) / perEpoch)
    if (seen.length === 0) return []
    const last = seen.subarray(-Math.floor(perEpoch / 2))
    const y = last.reduce((sum, loss) => sum + loss, 0) / last.length
    return [
      curve(x, seen, { stroke: colour, strokeWidth: 1.5 }),
      label(words, { x: epoch, y }, colour),
    ]
  })
  return chart({
    ...panel,
    title: 'Training loss of each batch, in nats',
    x: { label: 'epoch', domain: [0, epochs], ticks: [0, 4, 8, 12], tickFormat: String },
    y: { label: '', domain: [0, 2.6], ticks: [0, 0.5, 1, 1.5, 2, 2.5], tickFormat: String },
    right: 74,
    marks: [
      Plot.ruleY([chanceLoss], { stroke: quiet, strokeDasharray: '3 3' }),
      label('log 10', { x: epochs, y: chanceLoss }, quiet, {
        dy: 12,
        dx: 0,
        fontWeight: 400,
        textAnchor: 'end',
      }),
      ...lines,
    ],
  })
}
