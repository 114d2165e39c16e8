import type { ClauseState } from './report.ts'

export type Verdict = 'APPROVE' | 'APPROVE-WITH-NOTES' | 'REJECT'

/** What the verdict reads of a clause. */
export interface Judged {
  readonly clause: string
  readonly severity: 'MUST' | 'SHOULD'
  readonly state: ClauseState
}

export interface VerdictWithReasons {
  readonly verdict: Verdict
  /** The clauses that decided it, in the order of the specification. */
  readonly because: readonly string[]
  /** Rejected for want of evidence alone: nothing was found to be wrong. */
  readonly undecided: boolean
}

/**
 * REJECT when a MUST fails or is unproven; APPROVE-WITH-NOTES when a SHOULD fails or is unproven, or
 * anything is waived; else APPROVE. An inconclusive clause never counts as passed, and neither does
 * an audit in which nothing was checked. Of a folder that is not ours and was only read, what is
 * unproven is a note: nobody has tried to prove it.
 */
export function verdictOf(
  clauses: readonly Judged[],
  { isOnlyRead = false }: { readonly isOnlyRead?: boolean } = {},
): VerdictWithReasons {
  const named = (severity: Judged['severity'] | null, ...states: readonly ClauseState[]) =>
    clauses
      .filter(
        (one) => (severity === null || one.severity === severity) && states.includes(one.state),
      )
      .map(({ clause }) => clause)
  const failed = named('MUST', 'fails')
  const unproven = isOnlyRead ? [] : named('MUST', 'unproven')
  const checked = named(null, 'passes', 'fails', 'waived')
  if (failed.length + unproven.length > 0 || checked.length === 0)
    return {
      verdict: 'REJECT',
      because: named('MUST', 'fails', ...(isOnlyRead ? [] : (['unproven'] as const))),
      undecided: failed.length === 0,
    }
  const notes = [
    ...named('SHOULD', 'fails'),
    ...named(isOnlyRead ? null : 'SHOULD', 'unproven'),
    ...named(null, 'waived', 'not-checked'),
  ]
  return {
    verdict: notes.length > 0 ? 'APPROVE-WITH-NOTES' : 'APPROVE',
    because: clauses.map(({ clause }) => clause).filter((clause) => notes.includes(clause)),
    undecided: false,
  }
}
