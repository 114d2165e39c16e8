import { join } from 'node:path'
import { type FirstDifference, firstDifference } from '../records/chain.ts'
import { jobKey, jobName } from '../records/job.ts'
import type { RunRecord } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { movedIn } from './moved.ts'

export interface TwinRequest {
  /** What follows `assay run`, but for --workers and --out. */
  readonly words: readonly string[]
  readonly workers: number
  /** Holds the store of each twin, `first` and `second`. */
  readonly folder: string
}

/** How a process ended that was started with a command line of assay. */
export interface ProcessEnd {
  readonly code: number | null
  /** The last line that it wrote to stderr; empty when it wrote none. */
  readonly lastLine: string
}

/** Starts assay in a process of its own with these words; `heard` gets each line of its stderr. */
export type StartAssay = (
  words: readonly string[],
  signal: AbortSignal,
  heard: (line: string) => void,
) => Promise<ProcessEnd>

export interface TwinHost {
  readonly start: StartAssay
  /** Stops both processes. */
  readonly signal: AbortSignal
  /** Hears each line that a twin writes to stderr, with the twin's name in front. */
  said(line: string): void
}

export type Twins = readonly [first: readonly RunRecord[], second: readonly RunRecord[]]

/**
 * The same runs in two processes of their own at the same time, sharing the workers. Throws a
 * UserError when one of them fails; the other is stopped then.
 */
export async function runTwins(
  { words, workers, folder }: TwinRequest,
  { start, signal, said }: TwinHost,
): Promise<Twins> {
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const half = String(Math.max(1, Math.floor(workers / 2)))
  const run = async (name: string) => {
    const its = ['run', ...words, '--workers', half, '--out', join(folder, name)]
    requireRun(await start(its, stop, (line) => said(`${name} ${line}`)))
  }
  const both = [run('first'), run('second')]
  try {
    await Promise.all(both)
  } catch (error) {
    failed.abort()
    await Promise.allSettled(both)
    throw error
  }
  const records = (name: string) => openStore(join(folder, name), { readOnly: true }).list()
  return [records('first'), records('second')]
}

/** A claim that the runs contradict also ends a twin with 1: whoever accepts judges the claims. */
function requireRun({ code, lastLine }: ProcessEnd): void {
  if (code === exitCodes.fine) return
  if (code === exitCodes.failed && !lastLine.startsWith('assay:')) return
  throw new UserError(
    `Nothing was accepted: one of the two fresh processes failed (${lastLine || `exit code ${code}`})`,
    exitCodes.failed,
  )
}

/** How two processes' results differ, in one sentence; null when every bit is the same. */
export function twinDifference([first, second]: Twins): string | null {
  const others = new Map(second.map((record) => [jobKey(record.job), record]))
  if (first.length === 0 || others.size !== first.length)
    return `one process left ${first.length} records, the other ${others.size}`
  for (const record of first) {
    const other = others.get(jobKey(record.job))
    const name = `${record.job.paper} ${jobName(record.job)}`
    if (!other) return `${name} is missing in the second process`
    const [moved] = movedIn(record, other)
    if (moved) return `${name}: ${whereText(firstDifference(record.chain, other.chain), moved)}`
  }
  return null
}

function whereText(first: FirstDifference | null, moved: { what: string; name: string }): string {
  if (first?.at === 'step') return `the loss differs first at step ${first.step}`
  if (first) return `the parameters differ first at the end of epoch ${first.epoch}`
  return `the ${moved.what} ${moved.name} differs, though every step is the same`
}
