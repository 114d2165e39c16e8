import type { Document } from '../document/document.ts'
import { partsOf } from '../document/sections.ts'
import type { DeviationItem } from './deviation-items.ts'

const failure =
  /\b(?:(?:did|does|do|would|could|can|will|was|were|is)(?: not|n['’]t)|cannot|never|fail(?:s|ed)? to|unable to|refus(?:es|ed) to|nor?)\s+(?:\w+\s+){0,2}(?:converge|train|learn|trainable|trained|get off the ground)\b|\b(?:diverge[sd]?|diverging|collapsed(?=\s*(?:[.,;:)]|$|\b(?:with|in \d|at|on|for|every|each|during|to chance)\b))|blew up|blows up|went to NaN|became NaN|(?:stuck|stayed|stays|remained) (?:at|near) chance|unstable|non-?converge(?:nce|nt)|no convergence)\b/i
const denied =
  /\b(?:never|not|no (?:run|seed|net|trial)s?|none|without|nothing|0 of \d+|neither)\s+(?:\w+\s+){0,3}(?:diverge\w*|collapse\w*|unstable|stuck)\b/i
const architecture =
  /\b(layers?|units?|hidden|widths?|wide|depths?|deep|deeper|shallow\w*|architecture|network|net|model|topolog\w*|neurons?|blocks?|channels?|kernels?|stack|activations?|relu|tanh|sigmoid|residual|skip connections?|batch ?norm\w*|parameters|weights)\b/i

/** Whether an item says that the architecture was changed because theirs does not train. */
export function saysItCannotConverge({ text }: Pick<DeviationItem, 'text'>): boolean {
  return failure.test(text) && !denied.test(text) && architecture.test(text)
}

/** How often something was tried, as it is written: "30 seeds", "seeds 0-29", "0 of 30 runs", "0/30". */
export function attemptsIn(written: string): number {
  const text = written.replace(/\b(thirty|forty|fifty)\b/gi, (word) => numbers[word.toLowerCase()])
  const counted = [
    ...text.matchAll(
      /\b(\d{1,5})\s+(?:[\w-]+\s+){0,2}?(?:seeds?|runs|trials|attempts|initiali[sz]ations|restarts)\b/gi,
    ),
  ].map(([, count]) => Number(count))
  const shares = [...text.matchAll(/\b(\d{1,5})\s*(?:of|out of|\/)\s*(?:the\s+)?(\d{1,5})\b/gi)]
    .filter(({ 0: share, 1: part, 2: all, index }) => {
      const around = text.slice(Math.max(0, index - 40), index + share.length + 30)
      return Number(part) <= Number(all) && tries.test(around)
    })
    .map(([, , all]) => Number(all))
  const ranges = [
    ...text.matchAll(/\bseeds?\s+(\d{1,5})\s*(?:-|–|—|to|\.\.+|…)\s*(\d{1,5})\b/gi),
  ].map(([, from, to]) => Number(to) - Number(from) + 1)
  return Math.max(0, ...counted, ...shares, ...ranges)
}

const numbers: Readonly<Record<string, string>> = { thirty: '30', forty: '40', fifty: '50' }
const tries = /seed|run|trial|converg|success|succeed|fail|diverg|collaps|stuck|chance/i

/** What is taken instead, and that it is a choice with a ground. */
export const namesAlternative = (text: string) =>
  /\b(instead|became|becomes|reduced|replaced?|replacing|switched|use[sd]?|using|chose|chosen|took|taken)\b/i.test(
    text,
  )

/** Paragraphs, items and rows elsewhere that speak of the attempts: the failure, and seeds. */
export function attemptsElsewhere({ blocks }: Pick<Document, 'blocks'>): number {
  const speaks = (text: string) =>
    (failure.test(text) && !denied.test(text)) || /\boriginal architecture\b/i.test(text)
  const attempts = partsOf(blocks)
    .filter(({ kind, text }) => (kind === 'prose' || kind === 'row') && speaks(text))
    .map(({ text }) => attemptsIn(text))
  return Math.max(0, ...attempts)
}
