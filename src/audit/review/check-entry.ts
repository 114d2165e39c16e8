import type { Evidence, SubjectKind } from '../evidence.ts'
import type { ClauseReport } from '../report.ts'
import { absenceDenied } from './claimed-absence.ts'
import { numbersFault, sentenceFault } from './entry-numbers.ts'
import { foundPlaces, kindFault, type Quotable } from './entry-places.ts'
import { readingClauses } from './reading-clauses.ts'
import type { Review, ReviewEntry } from './review-json.ts'
import { wrongOrder } from './spoken-order.ts'

/** What an entry is held against. */
export interface Checked extends Quotable {
  /** The machine's answers to its own clauses. */
  readonly clauses: readonly ClauseReport[]
}

/** Why an entry is not believed, one sentence; null when everything that can be checked holds. */
export function entryFault(entry: ReviewEntry, review: Review, checked: Checked): string | null {
  const clause = clauseFault(entry, checked)
  if (clause !== null) return clause
  const places = foundPlaces(entry, review, checked)
  if (typeof places === 'string') return places
  return (
    kindFault(entry, places, checked) ??
    numbersFault(entry, places) ??
    sentenceFault(entry, places) ??
    wrongOrder(entry.sentence) ??
    absenceFault(entry, checked.evidence) ??
    machineFault(entry, checked)
  )
}

function clauseFault(
  { clause, severity }: ReviewEntry,
  { evidence, clauses }: Checked,
): string | null {
  const { kind } = evidence.subject
  const read = readingClauses.find((one) => one.clause === clause)
  const own = clauses.find((one) => one.clause === clause)
  const asked = read ?? own
  if (!asked) return `${clause} is no clause of the specification`
  if (read && !read.appliesTo.includes(kind as SubjectKind))
    return `${clause} asks nothing of a ${kind}`
  if (own?.state === 'not-applicable')
    return `${clause} does not apply here: ${own.why ?? `it asks nothing of a ${kind}`}`
  return severity === 'MUST' && asked.severity === 'SHOULD'
    ? `${clause} is a SHOULD, no MUST`
    : null
}

function absenceFault({ sentence }: ReviewEntry, evidence: Evidence): string | null {
  const denied = absenceDenied(sentence, evidence)
  return denied === null ? null : `it is said to be missing, and ${denied}`
}

/** What the machine has proved is not undone by words: two numbers that contradict each other are. */
function machineFault({ clause, numbers }: ReviewEntry, { clauses }: Checked): string | null {
  const own = clauses.find((one) => one.clause === clause)
  if (own?.state !== 'passes' || numbers.some(({ says }) => says === 'differ')) return null
  return `the machine checked ${clause} and it holds (read: ${own.read}): what says otherwise sets a number of one place against a number of the other that "differ"`
}
