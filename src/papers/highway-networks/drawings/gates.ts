import * as Plot from '@observablehq/plot'
import { chart, label } from '../../../figures/chart.ts'
import { median } from '../../../figures/curves.ts'
import type { Figure } from '../../../figures/figure.ts'
import { slice } from '../../../figures/image-grid.ts'
import { ramp } from '../../../figures/ramp.ts'
import type { Run } from '../../../figures/runs.ts'
import { ink, margin, pictureWidth, quiet } from '../../../figures/style.ts'
import { at, headHeight, picture, text } from '../../../figures/svg.ts'
import { arms, firstGate } from './arms.ts'

const height = 450
const panelWidth = (pictureWidth - 2 * margin - 24) / 2
const panelHeight = height - headHeight - 8
const { colour } = arms.highway

/** How far the transform gates open, layer by layer: over training, and at its end. */
export const gates: Figure = {
  name: 'gates',
  draw(runs) {
    const all = runs.of('highway').map(gatesOf)
    const [first] = all
    const finals = all.map((epochs) => epochs[epochs.length - 1])
    const layers = first[0].map((_, i) => i + 1)
    const most = Math.max(...first.flat(), ...finals.flat())
    const top = Math.ceil(most * 10) / 10
    return picture({
      width: pictureWidth,
      height,
      title: 'Transform gates by layer',
      note: 'Mean transform gate T of each layer over its units and the test images: 0 copies, 1 transforms.',
      drawn: [
        at(margin, headHeight, overTraining(first, layers)),
        at(
          margin + panelWidth + 24,
          headHeight,
          atTheEnd(finals, layers, top, firstGate(runs.first('highway'))),
        ),
      ],
    })
  },
}

/** Rows: before training and after each epoch; columns: layers. */
export function gatesOf(run: Run): number[][] {
  const { shape, values } = run.tensor('transformGates')
  const [epochs, depth] = shape
  return Array.from({ length: epochs }, (_, i) => [...slice(values, i, depth)])
}

function overTraining(epochs: readonly number[][], layers: readonly number[]): string {
  const cells = epochs.flatMap((row, epoch) =>
    row.map((gate, i) => ({ x1: epoch - 0.5, x2: epoch + 0.5, y: i + 1, gate })),
  )
  const high = Math.max(...epochs.flat())
  const low = Math.min(...epochs.flat())
  const panel = chart({
    width: panelWidth,
    height: panelHeight - 34,
    title: 'Over training, seed 0',
    x: {
      label: 'epoch (0: before training)',
      domain: [-0.5, epochs.length - 0.5],
      ticks: [0, 4, 8, 12],
      tickFormat: String,
    },
    y: {
      label: 'layer',
      domain: [layers.length + 0.5, 0.5],
      ticks: [1, 10, 20, 30],
      tickFormat: String,
    },
    marks: [
      Plot.rect(cells, {
        x1: 'x1',
        x2: 'x2',
        inset: 0,
        y1: (cell: { y: number }) => cell.y - 0.5,
        y2: (cell: { y: number }) => cell.y + 0.5,
        fill: (cell: { gate: number }) => shade((cell.gate - low) / (high - low)),
      }),
    ],
  })
  const steps = 24
  const bar = Array.from({ length: steps }, (_, i) => {
    const x = 110 + i * 6
    return `<rect x="${x}" y="${panelHeight - 26}" width="6.5" height="12" fill="${shade(i / (steps - 1))}"/>`
  }).join('')
  const y = panelHeight - 15
  return (
    panel +
    text(`T = ${low.toFixed(2)}`, { x: 102, y, 'text-anchor': 'end', fill: quiet }) +
    bar +
    text(high.toFixed(2), { x: 110 + steps * 6 + 8, y, fill: quiet })
  )
}

/** From nearly white to the arm's blue and on to dark: lighter is closer to a copy. */
const shade = ramp([240, 246, 251], [0, 114, 178], [8, 36, 66])

function atTheEnd(
  finals: readonly number[][],
  layers: readonly number[],
  top: number,
  begin: ReturnType<typeof firstGate>,
): string {
  const bars = layers.map((layer, i) => ({ layer, gate: median(finals.map((gates) => gates[i])) }))
  const dots = finals.flatMap((gates) => gates.map((gate, i) => ({ layer: i + 1, gate })))
  return chart({
    width: panelWidth,
    height: panelHeight,
    title: `At the end, ${finals.length} seeds (bar: median)`,
    x: { label: 'layer', domain: [0.2, layers.length + 0.8], ticks: [1, 10, 20, 30] },
    y: { label: 'T', domain: [0, top] },
    marks: [
      Plot.rect(bars, {
        x1: (bar: { layer: number }) => bar.layer - 0.4,
        x2: (bar: { layer: number }) => bar.layer + 0.4,
        y1: 0,
        y2: 'gate',
        fill: colour,
        fillOpacity: 0.55,
      }),
      Plot.dot(dots, { x: 'layer', y: 'gate', r: 1.6, fill: ink, fillOpacity: 0.5 }),
      Plot.ruleY([begin.gate], { stroke: arms.plain.colour, strokeWidth: 2 }),
      label(`${begin.words}: where gates begin`, { x: 1, y: begin.gate }, arms.plain.colour, {
        dx: 0,
        dy: -12,
      }),
    ],
  })
}
