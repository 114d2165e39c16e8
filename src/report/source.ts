import type { AuditReport } from '../audit/report.ts'
import type { Paper } from '../papers/paper.ts'
import type { Golden, GoldenId } from '../records/golden.ts'
import type { MachineHistory } from './bench-history.ts'

/** A picture of a paper: its path beside the pages, and its alternative text. */
export interface Picture {
  /** Relative to the site, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly words: string
  readonly moves: boolean
}

/** A file that is missing or cannot be read. One sentence says so and what to do. */
export interface Fault {
  readonly of: 'golden' | 'audit' | 'history'
  /** The paper that it belongs to; null where it does not belong to a paper. */
  readonly paper: string | null
  readonly what: string
}

/** The programs of the pages, bundled. */
export interface Scripts {
  /** The program of a paper's page: the form, the curves, the verdict. */
  readonly run: string
  /** The worker that trains. */
  readonly worker: string
  /** The program of the page that compares two records. */
  readonly compare: string
}

/** Everything that the site is made of. The pages are a pure function of it. */
export interface SiteSource {
  readonly papers: readonly Paper[]
  goldenOf(id: GoldenId): Golden | null
  auditOf(slug: string): AuditReport | null
  picturesOf(slug: string): readonly Picture[]
  readonly history: readonly MachineHistory[]
  readonly faults: readonly Fault[]
  readonly scripts: Scripts
  readonly kernels: Uint8Array
}
