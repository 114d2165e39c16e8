import type { BackendName } from '../src/numerics/backend.ts'
import type { Round } from './round.ts'

/** One way of doing a benchmark's work once; everything it needs is there before it is timed. */
export interface InProcess {
  readonly name: string
  run(): void
}

/** A way of doing it outside of this process, which keeps the time by itself. */
export interface Elsewhere {
  readonly name: string
  /** Runs for that many milliseconds, one call at least. */
  time(milliseconds: number): Promise<Round>
}

export type Contender = InProcess | Elsewhere

/** What of ours is timed: each of them gives a result. */
export type Subject = Contender & {
  readonly backend: BackendName
  readonly threads: number
  /** sha256 of the compiled kernels. */
  readonly kernels: string
  /**
   * Where its answer departs from the definition, in words; null where all bits agree. Asked before
   * it is timed and again after, each time of calls of its own; what runs outside of this process has
   * no answer before.
   */
  departure(): string | null
  /** Ends what it holds besides memory: threads. */
  close?(): void
}

/** A benchmark with its memory. */
export interface Prepared {
  readonly subjects: readonly Subject[]
  readonly peers: readonly Contender[]
  /** What the contenders came to, where that is worth a line beside their times. */
  remarks?(): readonly string[]
}

export interface Benchmark {
  /** "<suite>/<what>": what a pattern is looked for in, and what a result is called. */
  readonly name: string
  /** Floating-point operations of one run, where they are what counts. */
  readonly operations?: number
  /** Bytes that one run must read and write at least, where memory is what counts. */
  readonly bytes?: number
  /** Numbers that one run gives or updates, where they are what counts. */
  readonly elements?: number
  /** Images that one run handles, where they are what counts. */
  readonly images?: number
  prepare(): Prepared
}

/** Benchmarks that share their rounds, so that what the machine does meanwhile hits all alike. */
export interface Suite {
  readonly name: string
  /** What one line of its table is, said once above them. */
  readonly about: string
  /** Only run when the pattern begins with the suite's name. */
  readonly onRequest?: boolean
  /** Each call is a run of minutes: a round is one call, and nothing is warmed up. */
  readonly wholeRuns?: boolean
  readonly benchmarks: readonly Benchmark[]
}
