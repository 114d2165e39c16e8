import type { RootContent } from 'mdast'
import { flatText, lineAt } from './flat-text.ts'
import { htmlPieces } from './html-text.ts'
import { lineOf, type Page, sectionsOf } from './page.ts'

/** What the header of a README says. */
export interface HeaderText {
  /** Null where there is no heading at all. */
  readonly title: string | null
  readonly paragraphs: readonly { readonly text: string; readonly line: number }[]
}

/** Title and paragraphs of the header, in Markdown or in html. */
export function headerTextOf(page: Pick<Page, 'root'>): HeaderText {
  const [first, second] = sectionsOf(page)
  const end = second?.line ?? Number.POSITIVE_INFINITY
  const nodes = page.root.children.filter((node) => lineOf(node) < end && node.type !== 'heading')
  return { title: first?.title.trim() || null, paragraphs: nodes.flatMap(paragraphsIn) }
}

function paragraphsIn(node: RootContent): { text: string; line: number }[] {
  if (node.type === 'code' || node.type === 'definition') return []
  if (node.type === 'html')
    return htmlPieces(node.value, lineOf(node)).flatMap((piece) =>
      (piece.kind === 'text' ? [piece.text] : piece.kind === 'row' ? piece.cells : []).map(
        (text) => ({ text: text.words.trim(), line: lineAt(text, 0) }),
      ),
    )
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'tableCell')
    return (node.children as RootContent[]).flatMap(paragraphsIn)
  const text = flatText(node).words.trim()
  return text === '' ? [] : [{ text, line: lineOf(node) }]
}
