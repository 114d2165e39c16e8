import type { BackendName } from '../../src/numerics/backend.ts'
import type { Round } from '../round.ts'

/** One line on a side's standard input, as JSON. */
export type Ask =
  | { readonly ask: 'list' }
  /**
   * `check`: whether answers are compared with the definition, which takes long and is needed once.
   */
  | { readonly ask: 'prepare'; readonly name: string; readonly check: boolean }
  | { readonly ask: 'time'; readonly subject: number; readonly milliseconds: number }
  /** Compares the answers with the definition again, after they were timed. */
  | { readonly ask: 'check' }
  | { readonly ask: 'close' }

/** The benchmarks that a revision can run, and the files of the bench that do not load with it. */
export interface Listed {
  readonly names: readonly string[]
  readonly broken: readonly { readonly file: string; readonly why: string }[]
}

export interface PreparedSubject {
  readonly backend: BackendName
  readonly threads: number
  readonly kernels: string
  /** Null where its answer has the bits of its revision's definition, or was not compared. */
  readonly departure: string | null
}

export interface PreparedSide {
  readonly operations: number | null
  readonly subjects: readonly PreparedSubject[]
}

/** One line on a side's standard output for each request, in the order of the requests. */
export type Answer<A extends Ask['ask']> = {
  list: Listed
  prepare: PreparedSide
  time: Round
  check: { readonly departures: readonly (string | null)[] }
  close: Record<string, never>
}[A]

/** The line instead of an answer when a request could not be met. */
export interface Fault {
  readonly fault: string
}
