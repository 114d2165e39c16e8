import type { Run, Runs } from './runs.ts'

/** A still picture of a paper's runs. */
export interface Figure {
  /** Its file is `figures/<name>.png`. */
  readonly name: string
  /** The whole picture as SVG. Throws NotRecorded when a value that it needs is not in the runs. */
  draw(runs: Runs): string
}

/** A run's training as a GIF, `<slug>.gif`. */
export interface Animation {
  /** The run whose digest is written into the file. */
  of(runs: Runs): Run
  /** SVGs of one size, from the first frame to the last. */
  frames(runs: Runs): string[]
  /** How long each frame but the last is shown. */
  readonly milliseconds: number
}

/** All pictures of a paper. */
export interface PaperFigures {
  readonly figures: readonly Figure[]
  readonly animation: Animation
}
