import type { Run, Runs } from './runs.ts'

/** A still picture of a paper's runs. */
export interface Figure {
  /** Its file is `figures/<name>.png`. */
  readonly name: string
  /** The whole picture as SVG. Throws NotRecorded when the runs lack something. */
  draw(runs: Runs): string
}

/** A run's training as a GIF, `<slug>.gif`. */
export interface Animation {
  /** The run whose digest stands in the file. */
  of(runs: Runs): Run
  /** SVGs of one size, in the order of time. */
  frames(runs: Runs): string[]
  /** How long each frame but the last stands. */
  readonly milliseconds: number
}

/** All that a paper draws. */
export interface PaperFigures {
  readonly figures: readonly Figure[]
  readonly animation: Animation
}
