import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { lineOf, type Page } from './page.ts'

const claim =
  /\bgrad(?:ient)?[- _]?check(?:s|ed|er|ing)?\b|\bgradients?\b[^.;!?]{0,60}\b(?:checked|verified|validated|tested|confirmed|match(?:es|ed)?|agree[sd]?)\b|\b(?:check|checks|checked|verify|verifies|verified|validates?d?|tests?|tested)\b[^.;!?]{0,40}\bgradients?\b|\bnumerical gradients?\b|\b(?:finite|central)[- ]differences?\b/i
const denied =
  /\b(?:no|not|never|without|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|lacks?|missing|todo|instead of|should|could|would|un)[ -](?:[\w-]+ ){0,4}?(?:grad|check|verif|validat|test|numerical|finite|central)|\bunchecked\b/i

const writtenIn = (node: Nodes): string => {
  if (node.type === 'code') return node.value
  if (node.type === 'tableRow') return node.children.map((cell) => textOf(cell)).join(' | ')
  return textOf(node)
}

/** Where a README says that gradients are checked: each sentence's paragraph, item, row or fence. */
export function gradientClaims({ root }: Pick<Page, 'root'>): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  visit(root, (node) => {
    const isText =
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableRow' ||
      node.type === 'code'
    if (!isText) return
    const written = writtenIn(node).slice(0, 20_000)
    const isFence = node.type === 'code'
    let from = 0
    for (const sentence of written.split(isFence ? /\n/ : /(?<=[.;!?])\s+/)) {
      const text = sentence.replace(/\s+/g, ' ').trim()
      const at = written.indexOf(sentence, from)
      from = at + sentence.length
      if (!claim.test(text) || denied.test(text)) continue
      const before = written.slice(0, at).match(/\n/g)?.length ?? 0
      found.push({ line: lineOf(node) + before + (isFence ? 1 : 0), text })
    }
  })
  return found
}
