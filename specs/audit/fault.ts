import type { Evidence } from '../../src/audit/evidence.ts'

/** One change to a folder. */
export type Edit =
  | { readonly path: string; readonly replace: readonly [from: string, to: string] }
  | { readonly path: string; readonly write: string | Uint8Array }
  | { readonly path: string; readonly remove: true }
  | { readonly path: string; readonly linkTo: string }
  | { readonly path: string; readonly makeFolder: true }

type Found =
  | {
      /** What the finding's sentence says. */
      readonly what: RegExp
      /** Where it points: the path and, for what has a line, the line. */
      readonly path: string
      readonly line?: number
      /** What stands on that line, for files whose lines move when they are worked on. */
      readonly on?: string
    }
  /** Nothing is found to be wrong, and the clause is not confirmed either: why. */
  | { readonly unproven: RegExp }

/**
 * A way to break one clause, in one place. `of` names what is broken: `declared-stub` and `stub`, the
 * folder specs/audit/stub with and without its assay.json; or a paper of the catalogue, by its slug.
 */
export type Fault =
  | {
      readonly of: 'declared-stub' | 'stub'
      readonly edit: Edit
      /** The edit changes what runs give: these arms are run anew, at these seeds alone. */
      readonly runs?: Readonly<Record<string, string>>
      /** Those runs train for three steps alone: what is found does not hang on what is learned. */
      readonly brief?: true
      readonly finds: Found
    }
  | {
      readonly of: string
      /** Sound evidence that a paper does not have at rest: runs that were made for the audit. */
      readonly given?: (evidence: Evidence) => Evidence
      /** What the edit is, in words, and the evidence with it. */
      readonly says: string
      readonly change: (evidence: Evidence) => Evidence
      readonly finds: Found
    }
