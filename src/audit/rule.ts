import type { Evidence, SubjectKind } from './evidence.ts'
import type { Check, Severity, Weight } from './finding.ts'

/**
 * One clause of audits/SPEC.md and the pure function that checks it. A rule's name is its file's
 * name in a folder of `rules/`, where it is found by looking.
 */
export interface Rule {
  /** Permanent: area and number. An id that was retired is never used again. */
  readonly clause: `${string}-${number}`
  readonly severity: Severity
  /** How its findings weigh against folders that are not ours, where that is another way. */
  readonly forOthers?: Weight
  /** Which of its findings weigh another way again against them, as a sentence without its end. */
  readonly exceptForOthers?: string
  /** What must hold, as one sentence. */
  readonly says: string
  /** Why it must: what went wrong in a real reproduction without it. */
  readonly because: string
  readonly appliesTo: readonly SubjectKind[]
  /** One line each, for people who ask what is meant. */
  readonly example: { readonly passes: string; readonly fails: string }
  check(evidence: Evidence): Check
}

/** The folders of rules: of our own papers alone, of other people's folders alone, of both. */
export const askedOf = ['shared', 'own', 'foreign'] as const

export interface NamedRule extends Rule {
  readonly folder: (typeof askedOf)[number]
  readonly name: string
}

/** What everything has: our papers, stubs with an assay.json, stubs without. */
export const everySubject: readonly SubjectKind[] = ['paper', 'declared-stub', 'stub']
