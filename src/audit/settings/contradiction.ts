import type { Finding, Place } from '../finding.ts'

/** A setting as a text gives it. */
export interface Said {
  readonly path: string
  readonly line: number
  /** As it stands: "hidden = 8". */
  readonly words: string
}

/** One finding of two places that contradict each other; it points at the words. */
export function contradiction(said: Said, isElsewhere: string): Finding {
  const at: Place = { path: said.path, line: said.line }
  return { what: `${said.path}:${said.line} says “${said.words}”, and ${isElsewhere}`, at }
}
