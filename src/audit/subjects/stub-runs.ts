import { parseSeeds } from '../../claims/seeds.ts'
import type { Declared } from '../evidence.ts'
import type { FreshRun, Purpose } from '../fresh-run.ts'
import type { FreshSeeds } from './fresh-seeds.ts'
import { runStubOnce, type StubRunEnd, type StubRunner } from './stub-run.ts'

interface StubJob {
  readonly purpose: Purpose
  readonly arm: string
  readonly seed: number
  readonly drawnFor?: FreshRun['drawnFor']
}

export interface StubRunsRequest extends StubRunner {
  readonly declared: Declared
  /** Seeds that nobody chose, claim by claim. */
  readonly challenges: readonly FreshSeeds[]
  readonly workers: number
  /** Hears of each run that ended, and how many there are. */
  readonly onDone: (run: FreshRun, done: number, all: number) => void
}

/** A run that was made, with all that it gave. */
export interface StubRun {
  readonly run: FreshRun
  readonly end: StubRunEnd
}

/**
 * Runs a foreign stub: each arm at its declared seeds, its first seed again and with one and two
 * threads, and at the fresh seeds, if any. Returns them in the order of the plan. After a run that
 * gives no metric no other is begun: what is asked of a program that does not run is one answer.
 */
export async function runStub(request: StubRunsRequest): Promise<StubRun[]> {
  const jobs = jobsOf(request)
  const runs: StubRun[] = []
  let next = 0
  let done = 0
  let isBroken = false
  const work = async () => {
    while (next < jobs.length && !request.signal.aborted && !isBroken) {
      const at = next++
      runs[at] = await runOne(jobs[at], request)
      const { run } = runs[at]
      isBroken ||= run.problem !== null
      request.onDone(run, ++done, jobs.length)
    }
  }
  await Promise.all(Array.from({ length: request.workers }, work))
  return runs.filter((run) => run !== undefined)
}

function jobsOf({ declared, challenges }: StubRunsRequest): StubJob[] {
  const declaredJobs = Object.entries(declared.runs).flatMap(([arm, text]) => {
    const seeds = text === '' ? [0] : parseSeeds(text)
    const once = (purpose: Purpose) => ({ purpose, arm, seed: seeds[0] })
    return [
      ...seeds.map((seed) => ({ purpose: 'declared' as const, arm, seed })),
      once('declared again'),
      once('one thread'),
      once('two threads'),
    ]
  })
  const fresh = challenges.flatMap(({ drawnFor, arms, seeds }) =>
    arms.flatMap((arm) =>
      seeds.map((seed) => ({ purpose: 'fresh seed' as const, arm, seed, drawnFor })),
    ),
  )
  return [...declaredJobs, ...fresh]
}

async function runOne(job: StubJob, runner: StubRunner): Promise<StubRun> {
  const { purpose, arm, seed } = job
  const threads = purpose === 'one thread' ? 1 : purpose === 'two threads' ? 2 : null
  const end = await runStubOnce({ arm, seed, threads }, runner)
  const { quantities, ...kept } = end
  return { end, run: { ...job, ...kept, counts: {} } }
}
