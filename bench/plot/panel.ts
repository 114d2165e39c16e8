import { element, text } from '../../src/docs/picture/svg.ts'
import { scaleFromZero } from './scale.ts'
import type { Panel, Series } from './series.ts'

export const panelWidth = 344
export const panelHeight = 220

const plot = { left: 44, right: panelWidth - 86, top: 34, bottom: panelHeight - 30 }

/** Blue, vermilion and grey stay apart in every common kind of colour blindness. */
const colours: Readonly<Record<Series['backend'], string>> = {
  wasm: '#0067a5',
  native: '#c2510a',
  reference: '#5f6368',
}
const ink = { text: '#1a1a1a', quiet: '#5f6368', grid: '#e4e6e8' }
/** Legible when the picture is shown at half its size. */
const letters = 16

/** One benchmark: GFLOP/s from zero upwards, a commit a step to the right, each line with its name. */
export function drawPanel({ name, series }: Panel, commits: readonly string[]): string {
  const measured = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const scale = scaleFromZero(measured, plot.bottom, plot.top)
  const grid = scale.ticks.flatMap((tick) => {
    const y = scale.at(tick)
    return [
      element('line', { x1: plot.left, y1: y, x2: plot.right, y2: y, stroke: ink.grid }),
      text(scale.label(tick), { ...quiet(plot.left - 7, y + 5), 'text-anchor': 'end' }),
    ]
  })
  const at = (i: number) =>
    commits.length === 1
      ? (plot.left + plot.right) / 2
      : plot.left + 8 + (i * (plot.right - plot.left - 16)) / (commits.length - 1)
  const labels = apart(series.map((one) => scale.at(lastOf(one))))
  return [
    text(
      name.replace(/^[^/]+\//, (suite) => (suite === 'matmul/' ? suite : '')),
      {
        x: 0,
        y: 16,
        'font-size': letters,
        'font-weight': 700,
        fill: ink.text,
      },
    ),
    ...grid,
    ...series.flatMap((one) => drawSeries(one, at, scale.at)),
    ...series.map(({ backend, threads }, i) =>
      text(`${backend} ${threads}T`, {
        x: plot.right + 8,
        y: labels[i] + 5,
        'font-size': letters,
        fill: colours[backend],
      }),
    ),
    ...commitLabels(commits, at),
  ].join('')
}

function drawSeries(
  { backend, threads, values }: Series,
  x: (i: number) => number,
  y: (value: number) => number,
): string[] {
  const points = values.flatMap((value, i) => (value === null ? [] : [{ x: x(i), y: y(value) }]))
  const path = points.map((point) => `${point.x.toFixed(2)},${point.y.toFixed(2)}`).join(' ')
  const stroke = colours[backend]
  const dashes = threads > 1 ? { 'stroke-dasharray': '7 4' } : {}
  return [
    element('polyline', { points: path, fill: 'none', stroke, 'stroke-width': 2.5, ...dashes }),
    ...points.map((point) =>
      element('circle', {
        cx: point.x,
        cy: point.y,
        r: 4.5,
        stroke,
        'stroke-width': 2,
        fill: threads > 1 ? '#ffffff' : stroke,
      }),
    ),
  ]
}

function commitLabels(commits: readonly string[], x: (i: number) => number): string[] {
  const shown = commits.length > 1 ? [0, commits.length - 1] : [0]
  const anchors = commits.length > 1 ? ['start', 'end'] : ['middle']
  return shown.map((i, which) =>
    text(commits[i].slice(0, 7), {
      ...quiet(x(i) + [-8, 8][which] * (commits.length > 1 ? 1 : 0), panelHeight - 8),
      'text-anchor': anchors[which],
    }),
  )
}

const lastOf = ({ values }: Series) => values.filter((value) => value !== null).at(-1) ?? 0

/** The same heights, moved so far that no label covers another, in their order. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b])
  const moved = [...heights]
  for (const [rank, i] of order.entries())
    if (rank > 0) moved[i] = Math.max(moved[i], moved[order[rank - 1]] + letters + 1)
  const over = Math.max(0, ...moved) - plot.bottom
  if (over <= 0) return moved
  // Too many at the bottom: from there they are stacked upwards.
  let floor = plot.bottom
  for (const i of order.toReversed()) {
    moved[i] = Math.min(moved[i], floor)
    floor = moved[i] - letters - 1
  }
  return moved
}

function quiet(x: number, y: number) {
  return { x, y, 'font-size': letters - 1, fill: ink.quiet }
}
