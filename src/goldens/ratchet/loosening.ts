/** Something that asks for less than it did at an earlier revision. */
export interface Loosening {
  /** The file that it stands in, relative to the checkout. */
  readonly path: string
  /** One clause of a sentence: "claim x: minimalEffect 0.02 -> 0.01". */
  readonly what: string
}

/** Whether a number that changed asks for less; `less` says which way that is. */
export function isLooser(before: number, now: number, less: 'larger' | 'smaller'): boolean {
  return less === 'larger' ? now > before : now < before
}
