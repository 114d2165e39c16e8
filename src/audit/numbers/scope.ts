import type { Statement } from '../facts/document/statements.ts'
import type { Stat } from '../facts/runs/run.ts'
import { seedCount, seedIn } from '../facts/said/seed-counts.ts'
import type { Named, Vocabulary } from './vocabulary.ts'

/** What a number is said to be of. Empty lists say nothing. */
export interface Scope {
  readonly claims: readonly string[]
  readonly arms: readonly string[]
  readonly metrics: readonly string[]
  readonly places: readonly string[]
  readonly stats: readonly Stat[]
  readonly seed: number | null
  /** How many seeds the number stands for, where it is said. */
  readonly seedCount: number | null
  readonly isDifference: boolean
  readonly isPercent: boolean
  /** What the number counts, where the words say so: those that are wrong, or those that are right. */
  readonly counts: 'wrong' | 'right' | null
}

/** The texts around a number, each a little farther away. */
export interface Surroundings {
  readonly part: string
  readonly sentence: string
  readonly statement: Statement
}

/** A paragraph above a table says what the table is about when it is short. */
const longestLead = 200

/** What the surroundings say: for each question, what stands nearest and answers it. */
export function scopeOf(
  { part, sentence, statement }: Surroundings,
  vocabulary: Vocabulary,
): Scope {
  const { cell, above } = statement
  const leads = above.filter((text) => text.length <= longestLead)
  // A sentence as a whole names too much to tie a number to an arm.
  const near = cell
    ? [part, statement.words, cell.label, cell.heading, cell.row, ...leads]
    : [part, ...(vocabulary(statement.words).arms.length > 0 ? [] : leads.slice(0, -1))]
  const wide = cell ? [...near.slice(0, -1), ...leads] : [part, sentence, ...above]
  const nearest = (kind: Exclude<keyof Named, 'rest'>, texts: readonly string[]) =>
    texts.map((text) => vocabulary(text)[kind]).find((named) => named.length > 0) ?? []
  // What a claim says of its arms is no word about a number.
  const isClaim = cell !== undefined && vocabulary(cell.label).claims.length > 0
  const about = cell ? [sentence, cell.heading, isClaim ? '' : cell.label].join(' ; ') : sentence
  return {
    claims: cell ? vocabulary(cell.label).claims : vocabulary(statement.words).claims,
    arms: nearest('arms', near),
    metrics: nearest('metrics', wide),
    places: nearest('places', wide),
    stats: statsOf(statement, part, sentence, (text) =>
      vocabulary(text).claims.length > 0 ? '' : vocabulary(text).rest,
    ),
    seed: seedOf(statement, part),
    seedCount: seedCount(cell ? [cell.label, cell.heading, ...leads] : [sentence]),
    isDifference: differing.test(about),
    counts: countsIn(cell ? [part, cell.label, cell.heading, ...leads] : [part, sentence]),
    isPercent: /%|per ?cent/i.test(cell ? [cell.row, cell.heading, ...leads].join(' ') : sentence),
  }
}

/** The nearest text that speaks of either alone. */
function countsIn(texts: readonly string[]): Scope['counts'] {
  for (const text of texts) {
    const isWrong = /\b(errors?|err|wrong|mis(classif|read|label)\w*)\b/i.test(text)
    const isRight = /\b(accura\w*|acc|correct\w*|right)\b/i.test(text)
    if (isWrong !== isRight) return isWrong ? 'wrong' : 'right'
  }
  return null
}

const differing =
  /\b(differences?|gaps?|points?|pp|delta|gain\w*|improv\w*|lowers?|reduc\w*|more|less|fewer|better|worse|higher|lower|above|below|beyond|behind|ahead|beats?|by|times|factor|relative|ratio|loses?|drops?|margin|halves|than)\b|[Δδ]|\d\s?[x×](?!\s?10)/i

/** Only `median` and `mean` tie a sentence's number; "best" is a word of praise as well. */
function statsOf(
  { cell, above }: Statement,
  part: string,
  sentence: string,
  withoutNames: (text: string) => string,
): Stat[] {
  const [lead = ''] = above
  const words = (text: string) => inWords(withoutNames(text))
  const levels = cell
    ? [words(part), inHeading(cell.heading), words(cell.label), words(lead)]
    : [words(part), words(sentence)]
  const tied = levels.find((stats) => stats.length > 0) ?? []
  return tied.includes('median') || tied.includes('mean') || cell ? tied : []
}

function inWords(text: string): Stat[] {
  return [
    ...(/\bmedians?\b/i.test(text) ? (['median'] as const) : []),
    ...(/\b(means?|averages?|averaged)\b/i.test(text) ? (['mean'] as const) : []),
    ...(/\b(least|greatest|best|worst|lowest|highest|min|max|minimum|maximum|ran?g\w+|between|from)\b/i.test(
      text,
    )
      ? (['extreme', 'seed'] as const)
      : []),
    ...(/\b(seed \d+|(single|one|each|every|per|by|lucky|some) seeds?|single seeds)\b/i.test(text)
      ? (['seed', 'extreme'] as const)
      : []),
  ]
}

function inHeading(text: string): Stat[] {
  if (/^\W*(least|most|greatest|best|worst|lowest|highest|min|max|minimum|maximum)\W*$/i.test(text))
    return ['extreme']
  if (/^\W*(std\w*|sd|sem|spread|standard (deviation|error)|±)\W*$/i.test(text)) return ['spread']
  return inWords(text)
}

/** The one seed that a number belongs to: "on seed 3", its row or column, or what its table is of. */
function seedOf({ cell, above }: Statement, part: string): number | null {
  const said = seedIn(part)
  if (said !== null || !cell) return said
  const inRow = /^seed$/i.test(cell.headings[0] ?? '') && /^\d{1,10}$/.test(cell.label)
  if (inRow) return Number(cell.label)
  const [lead = ''] = above
  const texts = [cell.heading, cell.label, lead]
  // A table of several seeds may name one of them before it.
  if (texts.some((text) => /\bseeds\b/i.test(text))) return null
  return texts.map(seedIn).find((seed) => seed !== null) ?? null
}
