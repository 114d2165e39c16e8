import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { faint, fontFamily, fontSize, ground, ink, quiet } from './style.ts'
import { element, shortened, text } from './svg.ts'

export interface Axis {
  readonly label: string
  readonly domain: readonly [number, number]
  readonly ticks?: readonly number[]
  readonly tickFormat?: (value: number) => string
  readonly type?: 'linear' | 'log'
}

export interface Chart {
  readonly width: number
  readonly height: number
  /** What this panel shows; absent where the picture's own title says it. */
  readonly title?: string
  readonly x: Axis
  readonly y: Axis
  readonly marks: readonly Plot.Markish[]
  /** Room for the labels at the right end of lines. */
  readonly right?: number
  readonly left?: number
}

const titleHeight = 26

/** A panel with axes, whose lines are labelled where they end. */
export function chart({ width, height, title, x, y, marks, right = 16, left = 48 }: Chart): string {
  const { document } = parseHTML('<html><body></body></html>')
  const top = title ? titleHeight : 0
  const drawn = Plot.plot({
    document,
    width,
    height: height - top,
    marginLeft: left,
    marginRight: right,
    marginTop: 26,
    marginBottom: 42,
    style: { fontFamily, fontSize: `${fontSize}px`, color: ink, background: 'none' },
    x: { ...axis(x), line: false, labelAnchor: 'center', labelOffset: 38 },
    y: { ...axis(y), labelAnchor: 'top', labelOffset: left - 4 },
    marks: [
      Plot.gridY(ticks(y), { stroke: faint, strokeOpacity: 1 }),
      Plot.ruleY([y.domain[0]], { stroke: quiet }),
      ...marks,
    ],
  } as Plot.PlotOptions)
  const plot = shortened((drawn as unknown as { outerHTML: string }).outerHTML)
  const placed = plot.replace('<svg ', `<svg y="${top}" `)
  return element(
    'g',
    {},
    title ? text(title, { x: 0, y: 14, 'font-size': 14, 'font-weight': 600 }) : '',
    placed,
  )
}

const ticks = (axis: Axis) => (axis.ticks ? [...axis.ticks] : undefined) as number[]

function axis({ label, domain, ticks, tickFormat, type = 'linear' }: Axis) {
  return {
    type,
    label,
    domain: [...domain],
    labelArrow: 'none',
    tickSize: 0,
    tickPadding: 8,
    ...(ticks && { ticks: [...ticks] }),
    ...(tickFormat && { tickFormat }),
  }
}

/** Words beside a point, in the colour of what they name. */
export function label(
  words: string,
  at: { readonly x: number; readonly y: number },
  colour: string,
  options: Plot.TextOptions = {},
): Plot.Markish {
  return Plot.text([at], {
    x: 'x',
    y: 'y',
    text: () => words,
    fill: colour,
    fontWeight: 600,
    textAnchor: 'start',
    dx: 8,
    lineHeight: 1.2,
    stroke: ground,
    strokeWidth: 5,
    ...options,
  } as Plot.TextOptions)
}

/** How much closer two labels may not be, as a share of the axis, and how far they then move. */
const closest = 0.09
const aside = 8

/** How far to move each of two labels, `dy`, so that both can be read. */
export function apart([a, b]: readonly number[], [low, high]: readonly number[]): number[] {
  if (Math.abs(a - b) > closest * (high - low)) return [0, 0]
  return a >= b ? [-aside, aside] : [aside, -aside]
}
