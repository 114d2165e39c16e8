import { middle } from '../../claims/statistics/middle.ts'
import { scaleOver } from '../../docs/picture/scale.ts'
import { type Child, type Html, html, trusted } from '../html.ts'

/** Numbers along one axis, one dot per seed. */
export interface Strip {
  /** The strip in words, for readers who cannot see it. */
  readonly words: string
  readonly unit: string
  readonly rows: readonly StripRow[]
  /** Lines across all rows. */
  readonly lines?: readonly { readonly at: number; readonly kind: 'zero' | 'asked' }[]
}

export interface StripRow {
  readonly values: readonly number[]
  readonly second?: boolean
  /** An interval behind the dots. */
  readonly band?: readonly [low: number, high: number]
  /** The value that the paper reports, drawn as a ring. */
  readonly theirs?: number
}

const rowHeight = 26
const axisHeight = 20

/**
 * A strip of dots that fills the available width. Positions are shares of the width and sizes are
 * pixels, so that it can be read on a phone. The median is a bar; dots that would cover each other
 * are stacked.
 */
export function strip({ words, unit, rows, lines = [] }: Strip): Html | null {
  const everything = [
    ...rows.flatMap(({ values, band, theirs }) => [...values, ...(band ?? []), theirs]),
    ...lines.map(({ at }) => at),
  ].filter((value) => value !== undefined && Number.isFinite(value)) as number[]
  if (rows.every(({ values }) => values.length === 0) || everything.length === 0) return null
  const scale = scaleOver(everything, 6, 94)
  const x = (value: number) => `${scale.at(value).toFixed(2)}%`
  const bottom = rows.length * rowHeight
  const last = scale.ticks.length - 1
  const grid = scale.ticks.map(
    (tick, i) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${bottom}"/>
<text x="${x(tick)}" y="${bottom + 15}" text-anchor="middle">${scale.label(tick)}${i === last && ` ${unit}`}</text>`,
  )
  const across = lines.map(
    ({ at, kind }) =>
      html`<line class="${kind}" x1="${x(at)}" x2="${x(at)}" y1="0" y2="${bottom}"/>`,
  )
  return html`<svg class="strip" height="${bottom + axisHeight}" role="img" aria-label="${words}">
${grid}${across}${rows.map((row, i) => drawn(row, i * rowHeight + rowHeight / 2, x))}</svg>`
}

function drawn(row: StripRow, y: number, x: (value: number) => string): Child {
  const { values, second = false, band, theirs } = row
  const finite = values.filter(Number.isFinite)
  const small = finite.length > 12
  const seen = new Map<string, number>()
  const dots = finite.map((value) => {
    const place = x(value)
    const before = seen.get(place) ?? 0
    seen.set(place, before + 1)
    const shift = Math.min(9, 3 * Math.ceil(before / 2)) * (before % 2 === 0 ? 1 : -1)
    return html`<circle class="dot${second && ' second'}" cx="${place}" cy="${y + shift}" r="${small ? 3.2 : 4.2}"/>`
  })
  return [
    band &&
      html`<rect class="band" x="${x(band[0])}" y="${y - 11}" width="${difference(x(band[0]), x(band[1]))}" height="22"/>`,
    dots,
    finite.length > 0 &&
      html`<line class="middle" x1="${x(middle(finite))}" x2="${x(middle(finite))}" y1="${y - 10}" y2="${y + 10}"/>`,
    theirs !== undefined &&
      Number.isFinite(theirs) &&
      html`<circle class="theirs" cx="${x(theirs)}" cy="${y}" r="6"><title>reported</title></circle>`,
    trusted('\n'),
  ]
}

function difference(from: string, to: string): string {
  return `${Math.max(0.3, Number.parseFloat(to) - Number.parseFloat(from)).toFixed(2)}%`
}
