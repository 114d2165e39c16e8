import type { BackendName } from '../../src/numerics/backend.ts'
import type { Round } from '../round.ts'

/** One line on a side's standard input, as JSON. */
export type Ask =
  | { readonly ask: 'list' }
  /** With the check of the answers, which takes its time, or without: they were checked before. */
  | { readonly ask: 'prepare'; readonly name: string; readonly check: boolean }
  | { readonly ask: 'time'; readonly subject: number; readonly milliseconds: number }
  /** What is prepared is held to the definition again, after it was timed. */
  | { readonly ask: 'check' }
  | { readonly ask: 'close' }

/** What a revision can be timed at, and which files of the bench do not load on it. */
export interface Listed {
  readonly names: readonly string[]
  readonly broken: readonly { readonly file: string; readonly why: string }[]
}

export interface PreparedSubject {
  readonly backend: BackendName
  readonly threads: number
  readonly kernels: string
  /** Null where its answer has the bits of its revision's definition, or was not checked again. */
  readonly departure: string | null
}

export interface PreparedSide {
  readonly operations: number | null
  readonly subjects: readonly PreparedSubject[]
}

/** One line of a side's standard output for each ask, in their order. */
export type Answer<A extends Ask['ask']> = {
  list: Listed
  prepare: PreparedSide
  time: Round
  check: { readonly departures: readonly (string | null)[] }
  close: Record<string, never>
}[A]

/** What stands on the line instead when the ask could not be met. */
export interface Fault {
  readonly fault: string
}
