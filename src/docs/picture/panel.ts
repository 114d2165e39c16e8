import type { PairedEvidence, PairedPanel, Side } from './pairs.ts'
import { scaleOver } from './scale.ts'
import { element, text } from './svg.ts'

export const panelWidth = 184
export const panelHeight = 336

/** Blue and vermilion stay apart in every common kind of colour blindness, and in grey. */
const ink = { text: '#1a1a1a', quiet: '#5f6368', grid: '#e4e6e8', line: '#8a9096' }
const sides = { better: '#0067a5', worse: '#c2510a' }
const badges: Readonly<Record<string, string>> = {
  replicates: '#00674f',
  'not replicated': '#9c3a00',
  inconclusive: '#5f6368',
}

const plot = { top: 104, bottom: 252, left: 38, right: panelWidth - 12 }
const columns = { worse: plot.left + 34, better: plot.right - 30 }

/** One ordering: its seeds as pairs of joined dots, the worse arm left, the better arm right. */
export function drawPanel(panel: PairedPanel): string {
  return [
    text(panel.title, { x: 0, y: 14, 'font-size': 14, 'font-weight': 700, fill: ink.text }),
    text(panel.claim, { x: 0, y: 31, 'font-size': 12, fill: ink.quiet }),
    badge(panel.outcome),
    text(panel.metric ?? panel.direction, quiet(0, 76)),
    panel.metric ? text(panel.direction, quiet(0, 91)) : '',
    panel.evidence ? drawPairs(panel.evidence, panel.unit) : drawNothing(),
    text(panel.where, quiet(0, panelHeight - 4)),
  ].join('')
}

function drawPairs({ better, worse, pairs }: PairedEvidence, unit: string): string {
  const values = pairs.flatMap(({ measured, against }) => [measured, against])
  const scale = scaleOver(values, plot.bottom, plot.top)
  const last = scale.ticks.length - 1
  const grid = scale.ticks.flatMap((tick, i) => {
    const y = scale.at(tick)
    const label = scale.label(tick) + (i === last && unit === '%' ? ' %' : '')
    return [
      element('line', { x1: plot.left, y1: y, x2: plot.right, y2: y, stroke: ink.grid }),
      text(label, { ...quiet(plot.left - 5, y + 4), 'font-size': 11, 'text-anchor': 'end' }),
    ]
  })
  const crowded = pairs.length > 12
  const lines = pairs.map(({ measured, against, difference }) =>
    element('line', {
      x1: columns.worse,
      y1: scale.at(against),
      x2: columns.better,
      y2: scale.at(measured),
      stroke: difference < 0 ? ink.text : ink.line,
      'stroke-width': crowded ? 1 : 1.5,
      ...(difference < 0 && { 'stroke-dasharray': '3 3' }),
      ...(crowded && { opacity: 0.6 }),
    }),
  )
  const dots = pairs.flatMap(({ measured, against }) => [
    dot(columns.worse, scale.at(against), sides.worse, crowded),
    dot(columns.better, scale.at(measured), sides.better, crowded),
  ])
  return [
    ...grid,
    ...lines,
    ...dots,
    medianBar(columns.worse - 12, scale.at(worse.medianValue), sides.worse),
    medianBar(columns.better + 12, scale.at(better.medianValue), sides.better),
    ...caption(columns.worse, worse, sides.worse),
    ...caption(columns.better, better, sides.better),
  ].join('')
}

function drawNothing(): string {
  const { left, right, top, bottom } = plot
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  return [
    element('rect', {
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      rx: 6,
      fill: 'none',
      stroke: ink.grid,
      'stroke-dasharray': '4 4',
    }),
    text('no golden yet', { ...quiet(x, y + 4), 'text-anchor': 'middle' }),
  ].join('')
}

function badge(outcome: string): string {
  // Wide enough for the widest common sans-serif; the text is centred, so a narrow one looks well too.
  const width = outcome.length * 6.8 + 18
  return [
    element('rect', {
      x: 0,
      y: 39,
      width,
      height: 20,
      rx: 10,
      fill: badges[outcome] ?? ink.quiet,
    }),
    text(outcome, {
      x: width / 2,
      y: 53,
      'text-anchor': 'middle',
      'font-size': 12,
      'font-weight': 600,
      fill: '#ffffff',
    }),
  ].join('')
}

function dot(cx: number, cy: number, fill: string, crowded: boolean): string {
  return element('circle', {
    cx,
    cy,
    r: crowded ? 3 : 4,
    fill,
    stroke: '#ffffff',
    'stroke-width': 0.75,
    ...(crowded && { 'fill-opacity': 0.75 }),
  })
}

/** Beside the dots, so that it hides none. */
function medianBar(x: number, y: number, stroke: string): string {
  return element('line', {
    x1: x - 6,
    y1: y,
    x2: x + 6,
    y2: y,
    stroke,
    'stroke-width': 3,
  })
}

function caption(x: number, { label, median }: Side, fill: string): string[] {
  const lines = wrapped(label, 13)
  const style = { x, 'text-anchor': 'middle', 'font-size': 12, fill }
  return [
    text(median, { ...style, y: plot.bottom + 18, 'font-weight': 700 }),
    ...lines.map((line, i) => text(line, { ...style, y: plot.bottom + 33 + 14 * i })),
  ]
}

/** Lines of whole words, at most `width` letters each where the words allow it, evenly filled. */
function wrapped(label: string, width: number): string[] {
  const lines = filled(label, width)
  const even = filled(label, width - 1)
  return width > 1 && even.length === lines.length ? wrapped(label, width - 1) : lines
}

function filled(label: string, width: number): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

function quiet(x: number, y: number) {
  return { x, y, 'font-size': 12, fill: ink.quiet }
}
