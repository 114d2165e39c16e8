import type { Statement } from '../facts/document/statements.ts'
import type { Stretch } from './segments.ts'

/** Whose number it is: the paper's (or anybody else's), ours, or it cannot be told. */
export type Whose = 'ours' | 'theirs' | 'unclear'

const theirs =
  /\b(papers?|reported|reports?|published|originals?|authors?|reference|theirs|et al|literature)\b|\((19|20)\d\d[a-z]?\)/gi
const ours =
  /\b(ours?|we|here|measured|reproduced|reproduction|obtained|got|observed|came out|this (work|repo|stub|run|implementation))\b/gi
/** The paper is named to be compared with, not to be quoted. */
const comparing =
  /\b(like|unlike|in line with|as in|compared|contrast|contrary|close to|near|agree\w*|match\w*|beats?|above|below|than)\b/i

interface Cue {
  readonly whose: 'ours' | 'theirs'
  readonly at: number
}

function cuesIn(text: string): Cue[] {
  const found = (pattern: RegExp, whose: Cue['whose']) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
      whose,
      at: index + word.length / 2,
    }))
  return [...found(theirs, 'theirs'), ...found(ours, 'ours')]
}

/** Whether a text says whose its numbers are. */
export const saysWhose = (text: string) => cuesIn(text).length > 0

/** Whether a sentence sets figures of others beside ours. */
export const comparesFigures = (text: string) =>
  new Set(cuesIn(text).map(({ whose }) => whose)).size === 2

/** Of a text as a whole: a heading, a label. */
export function whoseText(text: string): Whose {
  const said = new Set(cuesIn(text).map(({ whose }) => whose))
  return said.size === 1 ? [...said][0] : 'unclear'
}

/** Of a number in the parts of its sentence: its own part says it, or one before, or one after. */
export function whoseInSentence(text: string, parts: readonly Stretch[], at: number): Whose {
  const index = parts.findIndex(({ start, end }) => at >= start && at < end)
  const part = parts[index]
  if (!part) return 'unclear'
  const nearest = nearestCue(text.slice(part.start, part.end), at - part.start)
  if (nearest) return nearest
  const others = [...parts.slice(0, index).reverse(), ...parts.slice(index + 1)]
  for (const other of others) {
    const words = text.slice(other.start, other.end)
    const whose = whoseText(words)
    if (whose !== 'unclear') return comparing.test(words) && !/\d/.test(words) ? 'unclear' : whose
  }
  return 'unclear'
}

function nearestCue(text: string, at: number): Whose | null {
  let best: Cue | null = null
  for (const cue of cuesIn(text))
    if (!best || Math.abs(cue.at - at) < Math.abs(best.at - at)) best = cue
  return best?.whose ?? null
}

/** Of a cell: its column's heading says it, or its row's label. */
export function whoseCell({ cell }: Pick<Statement, 'cell'>): Whose {
  if (!cell) return 'unclear'
  const byHeading = whoseText(cell.heading)
  return byHeading === 'unclear' ? whoseText(cell.label) : byHeading
}
