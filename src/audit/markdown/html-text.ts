import { breakMark, type FlatText, textWriter } from './flat-text.ts'

/** What a stretch of html says: its paragraphs, and the rows of its tables, in order. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: FlatText }
  | { readonly kind: 'row'; readonly cells: readonly FlatText[] }
  | { readonly kind: 'table' }

const blocks = /^(p|div|li|ul|ol|h[1-6]|summary|details|caption|section|center|figure|figcaption)$/
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  plusmn: '±',
  percnt: '%',
  minus: '\u2212',
  ndash: '–',
  mdash: '—',
  times: '×',
}

/** Reads html as far as text and tables go, in one pass. Comments, scripts and styles say nothing. */
export function htmlPieces(html: string, firstLine: number): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let line = firstLine
  let writer = textWriter()
  let cells: FlatText[] | null = null
  let inCell = false
  let covered = 0
  const closeText = () => {
    const text = writer.done()
    writer = textWriter()
    if (inCell && cells) cells.push(text)
    else if (text.words.trim() !== '') pieces.push({ kind: 'text', text })
    inCell = false
  }
  const closeRow = () => {
    closeText()
    if (cells && cells.length > 0) pieces.push({ kind: 'row', cells })
    cells = null
  }
  for (const { tag, closes, text, raw } of tokensOf(html)) {
    if (tag === null) writer.add(decoded(text), line, covered > 0)
    else if (tag === 'br') writer.add(breakMark, line)
    else if (tag === 'tr') {
      closeRow()
      if (!closes) cells = []
    } else if (tag === 'td' || tag === 'th') {
      closeText()
      cells ??= []
      inCell = !closes
    } else if (tag === 'table') {
      closeRow()
      if (!closes) pieces.push({ kind: 'table' })
    } else if (/^(code|pre|kbd|samp|del|s)$/.test(tag))
      covered = Math.max(0, covered + (closes ? -1 : 1))
    else if (blocks.test(tag)) {
      if (inCell) writer.add(breakMark, line)
      else closeText()
    }
    line += raw.split('\n').length - 1
  }
  closeRow()
  return pieces
}

interface Token {
  readonly tag: string | null
  readonly closes: boolean
  readonly text: string
  readonly raw: string
}

function* tokensOf(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const until = open < 0 ? html.length : open
    if (until > at) yield textToken(html.slice(at, until))
    if (open < 0) return
    const isComment = html.startsWith('<!--', open)
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24))
    const ending = isComment ? '-->' : '>'
    const close = isComment || name ? html.indexOf(ending, open) : open
    if (close < 0) return
    at = isComment || name ? close + ending.length : open + 1
    const raw = html.slice(open, at)
    if (isComment) yield { tag: '!', closes: true, text: '', raw }
    else if (name) yield { tag: name[2].toLowerCase(), closes: name[1] === '/', text: '', raw }
    else yield textToken(raw)
    if (name && /^(script|style)$/i.test(name[2]) && name[1] === '') {
      const end = html.toLowerCase().indexOf(`</${name[2].toLowerCase()}`, at)
      const stop = end < 0 ? html.length : end
      yield { tag: '!', closes: true, text: '', raw: html.slice(at, stop) }
      at = stop
    }
  }
}

const textToken = (text: string): Token => ({ tag: null, closes: false, text, raw: text })

function decoded(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0xffff)))
    .replace(/&([a-z]{2,8});/gi, (whole, name) =>
      Object.hasOwn(entities, name) ? entities[name] : whole,
    )
}
