import { parseSeeds } from '../../claims/seeds.ts'
import { digestBytes } from '../../records/digest.ts'
import type { Declared } from '../evidence.ts'
import type { FreshRun, Purpose } from '../fresh-run.ts'
import type { AssayJson } from '../stub/assay-json.ts'
import { printedMetrics } from '../stub/printed-metrics.ts'
import { plainText } from '../text/plain-text.ts'
import type { FreshSeeds } from './fresh-seeds.ts'
import { runStubCommand } from './stub-process.ts'

interface StubJob {
  readonly purpose: Purpose
  readonly arm: string
  readonly seed: number
  readonly drawnFor?: FreshRun['drawnFor']
}

export interface StubRunsRequest {
  readonly folder: string
  /** Its committed records: the runs must not be able to read them. */
  readonly withheld: readonly string[]
  readonly assayJson: AssayJson
  readonly declared: Declared
  /** Seeds that nobody chose, claim by claim. */
  readonly challenges: readonly FreshSeeds[]
  readonly workers: number
  readonly signal: AbortSignal
  /** Hears of each run that ended, and how many there are. */
  readonly onDone: (run: FreshRun, done: number, all: number) => void
}

/**
 * Runs a foreign stub: each arm at its declared seeds, its first seed again and with one and two
 * threads, and at the fresh seeds, if any. Returns them in the order of the plan.
 */
export async function runStub(request: StubRunsRequest): Promise<FreshRun[]> {
  const jobs = jobsOf(request)
  const runs: FreshRun[] = []
  let next = 0
  let done = 0
  const work = async () => {
    while (next < jobs.length && !request.signal.aborted) {
      const at = next++
      runs[at] = await runOne(jobs[at], request)
      request.onDone(runs[at], ++done, jobs.length)
    }
  }
  await Promise.all(Array.from({ length: request.workers }, work))
  return runs
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

async function runOne(job: StubJob, request: StubRunsRequest): Promise<FreshRun> {
  const { assayJson, folder, withheld, signal } = request
  const { command, arms, seedOption, metricsFrom, timeLimitSeconds } = assayJson
  const words = [...command, ...arms[job.arm], seedOption, String(job.seed)]
  const threads = job.purpose === 'one thread' ? 1 : job.purpose === 'two threads' ? 2 : null
  const file = typeof metricsFrom === 'object' && 'file' in metricsFrom ? metricsFrom.file : null
  const end = await runStubCommand(
    { folder, withheld, words, threads, timeLimitSeconds, file },
    signal,
  )
  const printed =
    end.problem === null
      ? printedMetrics(assayJson, end.output)
      : { state: 'none' as const, why: end.problem }
  const common = { ...job, command: plainText(words.join(' ')), seconds: end.seconds, counts: {} }
  if (printed.state === 'none')
    return { ...common, problem: plainText(printed.why), metrics: {}, digest: null }
  const { metrics } = printed
  const digest = digestBytes(JSON.stringify(Object.entries(metrics).sort()))
  return { ...common, problem: null, metrics: { ...metrics }, digest }
}
