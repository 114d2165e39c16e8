import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { guardInterruption, Interrupted } from '../cli/interruption.ts'
import { packageRoot } from '../package-root.ts'
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

export type Twins = readonly [first: readonly RunRecord[], second: readonly RunRecord[]]

/**
 * The same runs in two processes of their own at the same time, sharing the workers. Throws a
 * UserError when one of them fails.
 */
export async function runTwins(
  { words, workers, folder }: TwinRequest,
  say: (line: string) => void,
): Promise<Twins> {
  const guard = guardInterruption()
  const stop = new AbortController()
  guard.signal.addEventListener('abort', () => stop.abort())
  const half = String(Math.max(1, Math.floor(workers / 2)))
  const run = (name: string) => {
    const its = ['run', ...words, '--workers', half, '--out', join(folder, name)]
    return runOne(its, stop.signal, (line) => say(`${name} ${line}`))
  }
  const both = [run('first'), run('second')]
  try {
    await Promise.all(both)
  } catch (error) {
    stop.abort()
    await Promise.allSettled(both)
    const signal = guard.received()
    if (signal) throw new Interrupted(signal, 'Stopped: nothing was accepted. Accept again')
    throw error
  } finally {
    guard.release()
  }
  const records = (name: string) => openStore(join(folder, name), { readOnly: true }).list()
  return [records('first'), records('second')]
}

/** One twin. A contradicted claim also ends it with 1, and is the caller's to judge. */
function runOne(
  words: readonly string[],
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = () => void child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  let last = ''
  createInterface({ input: child.stderr }).on('line', (line) => {
    last = line
    say(line)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      if (code === exitCodes.fine || (code === exitCodes.failed && !last.startsWith('assay:')))
        return resolve()
      reject(
        new UserError(
          `Nothing was accepted: one of the two fresh processes failed (${last || `exit code ${code}`})`,
          exitCodes.failed,
        ),
      )
    })
  })
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
