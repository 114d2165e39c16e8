import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** More bytes than this are no README, and no page that a README points into. */
export const longestPage = 128 * 1024
/** Deeper than this nobody writes, and a parser spends its time squared. */
const deepestLists = 40
const deepestHtml = 100
/** Pairs of marks within one paragraph that a parser of Markdown may have to compare. */
const mostPairs = 10_000_000
/** Elements that a browser would open again and again for tags that nobody closed. */
const mostHtml = 200_000

/** Why a text is more than is read, in a few words; null when it is not. Takes time by its length. */
export function tooMuchText(text: string): string | null {
  if (text.length > longestPage)
    return `has ${text.length} letters; a page has at most ${longestPage}`
  if (text.includes('\u0000')) return 'is not text: it holds a zero byte'
  const depth = nesting(text)
  if (depth > deepestLists) return `is nested ${depth} deep; ${deepestLists} is the limit`
  const pairs = pairsOfMarks(text)
  return pairs > mostPairs
    ? `has too much to read: ${pairs} pairs of marks within paragraphs, and ${mostPairs} is the limit`
    : null
}

/** The same of the html in it, once it is known what is html. */
export function tooMuchHtml(root: Root): string | null {
  let [open, deepest, tags] = [0, 0, 0]
  visit(root, 'html', ({ value }) => {
    for (const [, closes, name] of value.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
      tags++
      if (closesItself.test(name)) continue
      open = Math.max(0, open + (closes ? -1 : 1))
      deepest = Math.max(deepest, open)
    }
  })
  if (deepest > deepestHtml) return `has html nested ${deepest} deep; ${deepestHtml} is the limit`
  return tags * (deepest + 1) > mostHtml
    ? `has too much html to read: ${tags} tags, nested up to ${deepest} deep`
    : null
}

/** Elements that nothing lies in, or that the next of their kind ends. */
const closesItself =
  /^(area|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|t[dhr]|tbody|thead|tfoot|option|d[td])$/i

/** How deep lists and quotes go, by their markers and indentation: an upper bound, cheap to have. */
function nesting(text: string): number {
  let deepestSoFar = 0
  let indents: number[] = []
  for (const line of text.split('\n')) {
    const lead = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
    const marks = lead.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    if (marks === 0) continue
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    indents = indents.filter((outer) => outer < indent)
    deepestSoFar = Math.max(deepestSoFar, indents.length + marks)
    indents.push(indent)
  }
  return deepestSoFar
}

/** Marks of emphasis and links, squared for each paragraph, item of a list and row of a table. */
function pairsOfMarks(text: string): number {
  const lines = text.split('\n')
  let [pairs, marks] = [0, 0]
  let isTable = false
  for (const [i, line] of lines.entries()) {
    const isBlank = line.trim() === ''
    isTable = !isBlank && (isTable || headsTable(lines[i - 1] ?? '', line))
    if (isBlank || isTable || /^\s*[-*+]\s/.test(line)) {
      pairs += marks * marks
      marks = 0
    }
    marks += line.match(/[*_~[\]!`]/g)?.length ?? 0
  }
  return pairs + marks * marks
}

/** A line of dashes with as many columns as the line above it. */
const headsTable = (above: string, line: string) =>
  /^\s*\|?[\s:|-]+$/.test(line) && line.includes('-') && columns(above) === columns(line)

const columns = (line: string) =>
  line.split(/(?<!\\)\|/).filter((cell) => cell.trim() !== '').length
