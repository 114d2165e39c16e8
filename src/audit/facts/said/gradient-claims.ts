import { type Document, everyBlock } from '../document/document.ts'
import { partsOf } from '../document/sections.ts'
import { lineAt, type Text } from '../document/text.ts'

const claim =
  /\bgrad(?:ient)?[- _]?check(?:s|ed|er|ing)?\b|\bgradients?\b[^.;!?]{0,60}\b(?:checked|verified|validated|tested|confirmed|match(?:es|ed)?|agree[sd]?)\b|\b(?:check|checks|checked|verify|verifies|verified|validates?d?|tests?|tested)\b[^.;!?]{0,40}\bgradients?\b|\bnumerical gradients?\b|\b(?:finite|central)[- ]differences?\b/i
const denied =
  /\b(?:no|not|never|without|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|lacks?|missing|todo|instead of|should|could|would|un)[ -](?:[\w-]+ ){0,4}?(?:grad|check|verif|validat|test|numerical|finite|central)|\bunchecked\b/i

/** Where a README says that gradients are checked: each sentence, row of a table or line of code. */
export function gradientClaims({ blocks }: Pick<Document, 'blocks'>): Said[] {
  return everyBlock(blocks)
    .flatMap((block): Said[] =>
      block.type === 'paragraph' || block.type === 'heading'
        ? sentencesIn(block.text)
        : block.type === 'code' || block.type === 'table'
          ? partsOf([block])
          : [],
    )
    .filter(({ text }) => claim.test(text) && !denied.test(text))
    .map(({ line, text }) => ({ line, text }))
}

interface Said {
  readonly line: number
  readonly text: string
}

/** Of a paragraph that nobody writes only the beginning is read. */
const longest = 20_000

function sentencesIn(text: Text): Said[] {
  let at = 0
  return text.words
    .slice(0, longest)
    .split(/(?<=[.;!?] )/)
    .map((sentence) => {
      const said = { line: lineAt(text, at), text: sentence.trim() }
      at += sentence.length
      return said
    })
}
