import type { Sheet, SheetName } from './sheet.ts'

/** What a reader gets: the questions that no machine decides, and the facts to hold beside each other. */
export interface Packet {
  readonly schema: 'assay/packet@1'
  /** As a review names it. */
  readonly folder: string
  /** sha256 of every text that can be quoted, by path; of pages above the folder, too. */
  readonly files: Readonly<Record<string, string>>
  /** What the machine says already, so that nobody looks for it again. */
  readonly machine: {
    readonly holds: readonly string[]
    /** Those of its clauses that are a SHOULD; the others are a MUST. */
    readonly should: readonly string[]
    readonly fails: readonly { readonly clause: string; readonly findings: readonly string[] }[]
  }
  readonly questions: readonly {
    readonly clause: string
    readonly severity: 'MUST' | 'SHOULD'
    readonly says: string
    readonly because: string
    readonly how: string
    readonly facts: readonly SheetName[]
  }[]
  readonly sheets: readonly Sheet[]
}
