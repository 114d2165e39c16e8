import { availableParallelism } from 'node:os'

/** How the cores are shared: so many runs at a time, each with so many threads. */
export interface Cores {
  readonly workers: number
  readonly threads: number
}

/** Runs at a time where nothing else is asked for: one a core. */
export const coresHere = () => Math.max(1, availableParallelism())

/**
 * Runs first, then threads: two runs on two cores are quicker than each of them on both. What is asked
 * for is kept; the bits depend on neither.
 */
export function shareCores(
  runs: number,
  asked: Partial<Cores>,
  cores: number = coresHere(),
): Cores {
  const most = asked.workers ?? Math.max(1, Math.floor(cores / (asked.threads ?? 1)))
  const workers = Math.max(1, Math.min(most, runs))
  return { workers, threads: asked.threads ?? Math.max(1, Math.floor(cores / workers)) }
}
