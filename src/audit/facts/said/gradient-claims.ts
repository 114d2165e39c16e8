import { type Document, everyBlock } from '../document/document.ts'
import { partsOf } from '../document/sections.ts'
import { lineAt, type Text } from '../document/text.ts'
import { definitionsIn } from '../program/definitions.ts'
import { gradientCheckIn } from '../program/gradient-check.ts'
import type { Program } from '../program/program.ts'

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

/** Where it is said that gradients are checked. */
interface GradientClaim {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** In a source "finite differences" may be of anything: there it must be said outright. */
const outright =
  /\bgrad(?:ient)?s?[- ](?:is |are |was |were |all )?(?:numerically )?(?:checked|verified|validated)\b|\b(?:checked|verified|validated) gradients?\b/i

/**
 * What pages and the docstrings of programs say of checked gradients, where no program compares a
 * gradient with anything; nothing where one does.
 */
export function uncheckedClaims(
  pages: readonly Pick<Document, 'path' | 'blocks'>[],
  programs: readonly Program[],
): GradientClaim[] {
  if (gradientCheckIn(programs)) return []
  const onPages = pages.flatMap((page) =>
    gradientClaims(page).map((said) => ({ path: page.path, ...said })),
  )
  const inSources = programs.flatMap((program) =>
    definitionsIn(program).flatMap(({ docstring }) =>
      (docstring?.text ?? '').split('\n').flatMap((text, i): GradientClaim[] => {
        if (!docstring || !outright.test(text) || denied.test(text)) return []
        return [{ path: program.path, line: docstring.line + i, text: text.trim() }]
      }),
    ),
  )
  return [...onPages, ...inSources]
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
