/** A setting as a record or a declaration gives it. */
export interface Setting {
  readonly key: string
  readonly value: unknown
}

/** What a number is of its runs. */
export type Stat = 'seed' | 'median' | 'mean' | 'extreme' | 'spread'

/** One run, or what a record holds together where it tells no runs apart. */
export interface Run {
  arm: string
  readonly seed: number | null
  /** Whether the record calls it a seed; else it was told by keys that count 0, 1, 2. */
  readonly isSeedSaid: boolean
  readonly line: number
  /** What else tells it apart from others: the keys that lead to it, and settings beside it. */
  readonly marks: ReadonlyMap<string, string>
  readonly numbers: RunNumber[]
  /** Whether it is an earlier point of a run that has a later one. */
  isCurve: boolean
}

export interface RunNumber {
  /** The keys within the run that lead to it. */
  readonly keys: readonly string[]
  readonly value: number
  readonly line: number
  /** One of a list, such as a curve. */
  readonly isListed: boolean
}
