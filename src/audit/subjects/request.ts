import type { Dataset } from '../../data/dataset.ts'
import type { Paper } from '../../papers/paper.ts'
import type { AuditTerms } from '../audit.ts'
import type { GivenReview } from '../review/reviewed.ts'

/** How papers and folders are audited. */
export interface AuditRequest {
  /** Makes no runs: what needs one is unproven. */
  readonly static?: boolean | undefined
  /** Takes the runs of the committed reports instead of making them. */
  readonly replay?: boolean | undefined
  /** Runs the commands of a folder that is not ours. */
  readonly run?: boolean | undefined
  /** At most so many runs with one thing changed. */
  readonly counterfactual: number
  /** Five seeds a claim that nobody chose. */
  readonly fresh?: boolean | undefined
  /** Tells what is only another convention than ours, too. */
  readonly pedantic?: boolean | undefined
  /** At which size `fresh` runs our papers. */
  readonly preset: 'quick' | 'headline'
  /** What `--data` says, for the processes that run our papers. */
  readonly data: string
  /** Opens that dataset. */
  readonly openData: () => Dataset | Promise<Dataset>
  readonly workers: number
  /** What readers answered about each subject. */
  readonly reviewsOf?: ((subject: Paper | string) => readonly GivenReview[]) | undefined
}

/** What an audit asks of whoever called it. */
export interface AuditHost {
  /** Why a command that our documents show would not run; null if it would. */
  commandFault(words: readonly string[]): Promise<string | null>
  /** Stops what runs. */
  readonly signal: AbortSignal
  /** Hears what is begun, before the first run of a subject. */
  begins(what: string): void
  /** Hears of each run or process that ended, and how many there are. */
  done(what: string, done: number, all: number): void
  /** Hears what else is worth a line. */
  said(line: string): void
}

/** What all audits of one call share. */
export interface AuditScope {
  readonly request: AuditRequest
  readonly host: AuditHost
  readonly terms: AuditTerms
}
