import type { Element, Nodes } from 'hast'
import { superscript } from '../numbers/superscripts.ts'

/** What a paragraph, a cell or a heading says, on one line, and the line of the file of each word. */
export interface Text {
  /** What a reader sees. Superscripts are written as such, and what is crossed out is not there. */
  readonly words: string
  /** The same, letter for letter, with what is no prose (code, links) covered up. */
  readonly prose: string
  readonly lines: readonly { readonly at: number; readonly line: number }[]
  readonly spans: readonly Span[]
}

/** A stretch of a text that is marked up. */
export interface Span {
  readonly kind: 'strong' | 'code' | 'link' | 'image'
  readonly start: number
  readonly end: number
}

/** Ends a sentence where the layout does: a line break in a cell, the end of a block. */
export const breakMark = '\u2029'
/** Stands for each letter that is no prose. */
export const coverMark = '\ufffc'

const crossedOut = ['del', 's', 'strike']
const code = ['code', 'kbd', 'samp', 'tt', 'pre']
const silent = ['script', 'style', 'template', 'input', 'svg', 'math']
/** Elements that stand by themselves: a line ends before and after. */
export const blockTags =
  /^(p|div|section|article|header|footer|main|aside|center|details|summary|figure|figcaption|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|pre|blockquote|hr|nav|form)$/

interface Writing {
  words: string
  prose: string
  /** Whether a blank would follow a blank, or begin a line. */
  isAtBlank: boolean
  line: number
  readonly lines: { at: number; line: number }[]
  readonly spans: Span[]
}

/** The text of some nodes. `line` is taken where a node does not say where it stands. */
export function textOf(nodes: readonly Nodes[], line: number): Text {
  const writing: Writing = {
    words: '',
    prose: '',
    isAtBlank: true,
    line,
    lines: [],
    spans: [],
  }
  for (const node of nodes) write(node, writing, false)
  const { words, prose, lines, spans } = writing
  return { words, prose, lines: lines.length > 0 ? lines : [{ at: 0, line }], spans }
}

function write(node: Nodes, writing: Writing, covered: boolean): void {
  writing.line = node.position?.start.line ?? writing.line
  if (node.type === 'text') add(node.value, writing, covered)
  else if (node.type === 'element') writeElement(node, writing, covered)
}

function writeElement(node: Element, writing: Writing, covered: boolean): void {
  const { tagName, properties, children } = node
  if (crossedOut.includes(tagName) || silent.includes(tagName)) return
  if ('dataFootnoteBackref' in properties) return
  if (tagName === 'br') {
    add(breakMark, writing, false)
    return
  }
  const start = writing.words.length
  const span = (kind: Span['kind']) =>
    writing.spans.push({ kind, start, end: writing.words.length })
  const inside = (isCovered: boolean) => {
    for (const child of children) write(child, writing, isCovered)
  }
  if (tagName === 'img' || tagName === 'video') span('image')
  else if (tagName === 'sup') {
    if (!children.some(isFootnote)) add(superscript(textOf(children, 1).words), writing, covered)
  } else if (code.includes(tagName)) {
    inside(true)
    span('code')
  } else if (tagName === 'a' && 'href' in properties) {
    inside(covered || !isNumber(textOf(children, 1).prose))
    span('link')
  } else if (tagName === 'strong' || tagName === 'b') {
    inside(covered)
    span('strong')
  } else {
    const isBlock = blockTags.test(tagName) && start > 0
    if (isBlock) add(breakMark, writing, false)
    inside(covered)
    if (isBlock) add(breakMark, writing, false)
  }
}

/** A mark that leads to a footnote, or back from it. */
const isFootnote = (node: Nodes) => node.type === 'element' && 'dataFootnoteRef' in node.properties

/** A link whose text is a number is read as one. */
const isNumber = (words: string) => /^\s*[-+\u2212]?\d*\.?\d+\s*%?\s*$/.test(words)

function add(text: string, writing: Writing, covered: boolean): void {
  for (const [i, part] of text.split('\n').entries()) {
    if (i > 0) writing.line++
    writing.lines.push({ at: writing.words.length, line: writing.line })
    // As a browser does: white space is one blank, and none where a line begins.
    const blanks = (i > 0 ? ` ${part}` : part).replace(/[^\S\u2029]+/g, ' ')
    const shown = writing.isAtBlank ? blanks.replace(/^ /, '') : blanks
    if (shown !== '') writing.isAtBlank = /[ \u2029]$/.test(shown)
    writing.words += shown
    writing.prose += covered ? shown.replace(/\S/g, coverMark) : shown
  }
}

/** The line of the file on which a letter of a text stands. */
export function lineAt({ lines }: Pick<Text, 'lines'>, at: number): number {
  let found = lines[0]?.line ?? 1
  let [low, high] = [0, lines.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (lines[middle].at <= at) {
      found = lines[middle].line
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

/** The words of a text as one line, without the marks of its breaks. */
export const plain = ({ words }: Pick<Text, 'words'>): string => words.replace(/\s+/g, ' ').trim()

/** What of a text is marked up in a way, in its order. */
export const marked = ({ words, spans }: Text, kind: Span['kind']): string[] =>
  spans.filter((span) => span.kind === kind).map(({ start, end }) => words.slice(start, end))

/** What of a text is bold; empty for nothing. */
export const boldOf = (text: Text): string => marked(text, 'strong').join(' ').trim()

/** The words with what is marked up in some ways left blank. */
export function without({ words, spans }: Text, kinds: readonly Span['kind'][]): string {
  const parts: string[] = []
  let at = 0
  for (const { kind, start, end } of spans.toSorted((a, b) => a.start - b.start))
    if (kinds.includes(kind) && end > at) {
      parts.push(words.slice(at, Math.max(at, start)), ' '.repeat(end - Math.max(at, start)))
      at = end
    }
  return parts.join('') + words.slice(at)
}
