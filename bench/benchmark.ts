import type { BackendName } from '../src/numerics/backend.ts'
import type { Round } from './round.ts'

/**
 * Does a benchmark's work once, in this process. Everything that it needs is prepared before it is
 * timed.
 */
export interface InProcess {
  readonly name: string
  run(): void
}

/** Does the work in another process, which measures the time itself. */
export interface Elsewhere {
  readonly name: string
  /** Runs for that many milliseconds, but at least one call. */
  time(milliseconds: number): Promise<Round>
}

export type Contender = InProcess | Elsewhere

/** A contender of this project. Each of them gives a result. */
export type Subject = Contender & {
  readonly backend: BackendName
  readonly threads: number
  /** sha256 of the compiled kernels. */
  readonly kernels: string
  /**
   * The first difference between its answer and the definition, in words; null where all bits
   * agree. Called before and after it is timed, each time with calls of its own. A contender in
   * another process has no answer before it is timed.
   */
  departure(): string | null
  /** Ends its threads, if it has any. */
  close?(): void
}

/** A benchmark with its memory. */
export interface Prepared {
  readonly subjects: readonly Subject[]
  readonly peers: readonly Contender[]
  /** Lines about the results of contenders, such as their metrics, to print beside their times. */
  remarks?(): readonly string[]
}

export interface Benchmark {
  /** "<suite>/<what>": the name of the result, in which a pattern is searched. */
  readonly name: string
  /** Floating-point operations of one run, where the rate of operations is of interest. */
  readonly operations?: number
  /**
   * The least number of bytes that one run must read and write, where the rate of bytes is of
   * interest.
   */
  readonly bytes?: number
  /** Numbers that one run computes or updates, where their rate is of interest. */
  readonly elements?: number
  /** Images that one run handles, where the time per image is of interest. */
  readonly images?: number
  prepare(): Prepared
}

/**
 * Benchmarks that share their rounds, so that other work of the machine affects all of them
 * equally.
 */
export interface Suite {
  readonly name: string
  /** What one line of its table is. Printed once above the table. */
  readonly about: string
  /** Only run when the pattern begins with the suite's name. */
  readonly onRequest?: boolean
  /** Each call takes minutes. A round is one call, without warm-up. */
  readonly wholeRuns?: boolean
  readonly benchmarks: readonly Benchmark[]
}
