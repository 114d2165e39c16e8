import { fontFamily, ground, ink, margin, quiet } from './style.ts'

type Attributes = Readonly<Record<string, string | number>>

/** Text as XML writes it, in elements and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? short(value) : value)}"`,
  )
  return `<${name}${written.join('')}>${children.join('')}</${name}>`
}

export function text(words: string, attributes: Attributes): string {
  return element('text', { fill: ink, 'font-size': 13, ...attributes }, escaped(words))
}

/** Something drawn, moved to its place. */
export function at(x: number, y: number, ...drawn: string[]): string {
  return element('g', { transform: `translate(${short(x)} ${short(y)})` }, ...drawn)
}

/**
 * A coordinate to a hundredth: what a logarithm or a square root gives differs in its last bit from
 * one machine to another, and a picture does not.
 */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The numbers in the tags of a drawing that others wrote, each to a hundredth; words stay. */
export function shortened(svg: string): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => short(Number(number))),
  )
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly title: string
  /** One line under the title: how to read it. */
  readonly note: string
  readonly drawn: readonly string[]
}

/** Where what is drawn begins, below title and note. */
export const headHeight = 74

/** A whole picture on its own light ground, because a README is read on light and on dark. */
export function picture({ width, height, title, note, drawn }: Picture): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': fontFamily,
    },
    element('rect', { width, height, fill: ground }),
    text(title, { x: margin, y: 34, 'font-size': 18, 'font-weight': 600 }),
    text(note, { x: margin, y: 56, 'font-size': 13, fill: quiet }),
    ...drawn,
  )
}
