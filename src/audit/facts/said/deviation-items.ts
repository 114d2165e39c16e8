import type { Block, Item, Table } from '../document/document.ts'
import { partsOf, type Section, wordsOf } from '../document/sections.ts'

/** One thing that is done otherwise, as the section on deviations has it. */
export interface DeviationItem {
  readonly line: number
  readonly text: string
  /** What stands in a column for reasons; null where the item is no row, or there is none. */
  readonly reasonCell: string | null
}

/** The rows and list items of a section; its paragraphs where it has neither. */
export function deviationItems({ blocks }: Pick<Section, 'blocks'>): DeviationItem[] {
  const items = blocks.flatMap(itemsOf)
  if (items.length > 0) return items
  return partsOf(blocks)
    .filter(({ kind, text }) => kind === 'prose' && text !== '' && !text.endsWith(':'))
    .map(({ line, text }) => ({ line, text, reasonCell: null }))
}

/** Whether a section says that there is nothing to list. */
export function saysNone(section: Pick<Section, 'blocks'>): boolean {
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

function itemsOf(block: Block): DeviationItem[] {
  if (block.type === 'table') return rowsOf(block)
  // An item counts with what is nested in it: a reason often stands one level down.
  if (block.type === 'list')
    return block.items.map((item) => ({ line: item.line, text: inItem(item), reasonCell: null }))
  return []
}

const inItem = ({ blocks }: Item): string =>
  blocks
    .map((block, i) => {
      if (block.type === 'list') return between + block.items.map(inItem).join(between)
      return (i > 0 ? '. ' : '') + wordsOf({ blocks: [block] })
    })
    .join('')

const reasonTitle =
  /reason|why|because|rationale|justif|explanation|motivation|comment|note|remark|impact|effect/i

function rowsOf({ header, rows }: Table): DeviationItem[] {
  const column = header.findIndex((title) => reasonTitle.test(title))
  return rows.map((row) => {
    const cells = row.cells.map(({ text }) => text)
    return {
      line: row.line,
      text: cells.join(between),
      reasonCell: column < 0 ? null : (cells[column] ?? ''),
    }
  })
}

const marks =
  /\b(because|since|so that|so as|so|due to|owing to|in order to|in favou?r of|hence|thus|therefore|otherwise|given that|which|where|as the|as it|as they|as we|as in|budget|laptop|reason|rationale|why|simplicity|convenience|speed|faster|slower|cheaper|easier|simpler|smaller budget|costs?|too (?!\W*$)\w+|useful|insurance|helps?|according to|per (?:the|our|its)|follow(?:s|ing)? (?:the|their|its)|cannot|can't|could not|couldn't|not available|unavailable|unspecified|unstated|not (specified|stated|given|reported|mentioned|said)|does not (say|specify|state|give|report)|unstable|diverge\w*|converge\w*|allows?|avoids?|keeps?|makes?|lets?|needs?|gives?|saves?|fits?|enough|suffic\w*|hardware|memory|runtime|would|to (keep|make|fit|avoid|allow|save|speed|match|reduce|get|stay|isolate|simplify|run|focus|remove|compare|test|show|be|ensure|prevent|stabili[sz]e))\b/i
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
