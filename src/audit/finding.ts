export type Severity = 'MUST' | 'SHOULD'

/**
 * How much a failure weighs against a folder that is not ours: as something wrong (`MUST`), as worth a
 * note (`SHOULD`), or as another convention than ours, which is told under `--pedantic` alone.
 */
export type Weight = Severity | 'pedantic'

/** Where a finding points: a path inside the audited folder, or of the checkout, and its line from 1. */
export interface Place {
  readonly path: string
  readonly line?: number
}

/** One thing that is not as its clause asks. */
export interface Finding {
  /** One sentence: what is wrong, and what would be right. */
  readonly what: string
  readonly at: Place
  /** Against a folder that is not ours, where it weighs another way than its rule says. */
  readonly forOthers?: Weight
}

/** What a rule says of the evidence it read. */
export interface Check {
  /** What was read, in words: "README.md, 8 sections". */
  readonly read: string
  /** What was looked for, in words. */
  readonly lookedFor: string
  /** Empty when the clause holds. */
  readonly findings: readonly Finding[]
  /** Why the clause can be neither confirmed nor denied: evidence is missing, or is inconclusive. */
  readonly unproven?: string
  /** Why the clause asks nothing of this subject. */
  readonly notApplicable?: string
}
