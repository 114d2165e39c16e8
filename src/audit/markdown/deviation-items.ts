import type { List, ListItem, RootContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { lineOf, type Section, wordsOf } from './page.ts'

/** One thing that is done otherwise, as the section on deviations has it. */
export interface DeviationItem {
  readonly line: number
  readonly text: string
  /** What stands in a column for reasons; null where the item is no row, or there is none. */
  readonly reasonCell: string | null
}

/** The rows and list items of a section; its paragraphs where it has neither. */
export function deviationItems({ nodes }: Pick<Section, 'nodes'>): DeviationItem[] {
  const items = nodes.flatMap(itemsOf)
  if (items.length > 0) return items
  return nodes
    .filter(({ type }) => type === 'paragraph' || type === 'blockquote')
    .map((node) => ({ line: lineOf(node), text: textOf(node), reasonCell: null }))
    .filter(({ text }) => text.trim() !== '' && !text.trimEnd().endsWith(':'))
}

/** Whether a section says that there is nothing to list. */
export function saysNone(section: Pick<Section, 'nodes'>): boolean {
  const words = wordsOf(section)
  return (
    words.length < 400 &&
    /^\W*(none|nothing|n\/a)\b|\b(no|not any|without) (known |intended |deliberate )?(deviations?|differences|departures)\b|\bthere are none\b/i.test(
      words,
    )
  )
}

/** Between cells, and between an item and what is nested in it: no clause ends there. */
const between = ' | '

function itemsOf(node: RootContent): DeviationItem[] {
  if (node.type === 'table') return rowsOf(node)
  if (node.type === 'list') return listItems(node)
  return []
}

/** Items with what is nested in them: a reason often stands one level down. */
const listItems = (list: List): DeviationItem[] =>
  list.children.map((item) => ({
    line: lineOf(item),
    text: inItem(item),
    reasonCell: null,
  }))

const inItem = ({ children }: ListItem): string =>
  children
    .map((child, i) => {
      if (child.type === 'list') return between + child.children.map(inItem).join(between)
      return (i > 0 ? '. ' : '') + textOf(child)
    })
    .join('')

const reasonTitle =
  /reason|why|because|rationale|justif|explanation|motivation|comment|note|remark|impact|effect/i

function rowsOf({ children: [head, ...rows] }: Table): DeviationItem[] {
  const column = head?.children.findIndex((cell) => reasonTitle.test(textOf(cell))) ?? -1
  return rows.map((row) => {
    const cells = row.children.map((cell) => textOf(cell).trim())
    return {
      line: lineOf(row),
      text: cells.join(between),
      reasonCell: column < 0 ? null : (cells[column] ?? ''),
    }
  })
}

const marks =
  /\b(because|since|so that|so as|so|due to|owing to|in order to|in favou?r of|hence|thus|therefore|otherwise|given that|which|where|as the|as it|as they|as we|as in|budget|laptop|reason|rationale|why|simplicity|convenience|speed|faster|slower|cheaper|easier|simpler|smaller budget|costs?|too|cannot|can't|could not|couldn't|not available|unavailable|unspecified|unstated|not (specified|stated|given|reported|mentioned|said)|does not (say|specify|state|give|report)|unstable|diverge\w*|converge\w*|allows?|avoids?|keeps?|makes?|lets?|needs?|gives?|saves?|fits?|enough|suffic\w*|hardware|memory|runtime|would|to (keep|make|fit|avoid|allow|save|speed|match|reduce|get|stay|isolate|simplify|run|focus|remove|compare|test|show|be|ensure|prevent|stabili[sz]e))\b/i
const comparison = /\b(instead of|rather than|not|no|versus|vs\.?|against|in place of)\b|→|->/i

/** Whether an item says why: by a mark, in a second sentence, or in a clause behind a colon or a dash. */
export function givesReason({ text, reasonCell }: DeviationItem): boolean {
  if (reasonCell !== null) return !isEmptyReason(reasonCell)
  if (marks.test(text)) return true
  const [head, ...clauses] = text.split(/(?<=[.;:!?])\s+|\s[–—-]\s|[()]/)
  const said = isLabel(head) ? clauses.slice(1) : clauses
  return said.some(isClause)
}

/** "Optimiser:", "Optimiser —": what is spoken of, and nothing said of it yet. */
const isLabel = (text: string) => wordsIn(text) <= 4 && !comparison.test(text)

/** Three words or more that do not only tell the two apart: "paper: SGD with momentum". */
const isClause = (text: string) =>
  wordsIn(text) >= 3 &&
  !comparison.test(text) &&
  !/^\W*(paper|original|theirs|ours|reference|they|we|here|this)\b/i.test(text)

const wordsIn = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0

/** A reason that is only a placeholder. */
export const isEmptyReason = (text: string) =>
  /^[\W_]*(n\/?a|none|tbd|todo|fixme|unknown|see above)?[\W_]*$/i.test(text)
