/** One way of doing a benchmark's work once; everything it needs is there before it is timed. */
export interface Contender {
  readonly name: string
  run(): void
}

/** A benchmark with its memory. */
export interface Prepared {
  /** The one whose time is the result, and the peers it is compared with. */
  readonly subject: Contender
  readonly peers: readonly Contender[]
  /** Where a contender's answer departs from the definition, in words; null where all bits agree. */
  departure(): string | null
}

export interface Benchmark {
  /** "<suite>/<what>": what a pattern is looked for in, and what a result is called. */
  readonly name: string
  /** Floating-point operations of one run, where they are what counts. */
  readonly operations?: number
  /** Images that one run handles, where they are what counts. */
  readonly images?: number
  prepare(): Prepared
}

/** Benchmarks that share their rounds, so that what the machine does meanwhile hits all alike. */
export interface Suite {
  readonly name: string
  /** What one line of its table is, said once above them. */
  readonly about: string
  readonly benchmarks: readonly Benchmark[]
}
