import { spawn } from 'node:child_process'
import { formatSeeds } from '../../claims/seeds.ts'
import type { Paper } from '../../papers/paper.ts'
import type { Preset } from '../../records/record.ts'
import { shellLine } from '../../run/shell-line.ts'
import type { FreshRun, Purpose } from '../fresh-run.ts'
import type { CleanCopy } from './clean-copy.ts'

/** Some runs of one paper in one process of their own. */
export interface OwnProcess {
  readonly purpose: Purpose
  readonly paper: Paper
  /** All arms unless named. */
  readonly arms?: readonly string[]
  readonly seeds: readonly number[]
  readonly preset: Preset
  readonly drawnFor?: FreshRun['drawnFor']
  /** What `--data` says. */
  readonly data: string
  readonly workers: number
  /** The few dozen steps of the paper's glimpse, instead of the preset's full size. */
  readonly glimpse: boolean
}

interface PrintedRecord {
  readonly arm: string
  readonly seed: number
  readonly metrics: FreshRun['metrics']
  readonly counts: FreshRun['counts']
  readonly digest: string
  readonly provenance: { readonly seconds: number }
}

/** Runs `assay run` of the clean copy in a fresh process with an empty store; a run a record. */
export async function runOwnProcess(
  process: OwnProcess,
  copy: CleanCopy,
  signal: AbortSignal,
): Promise<FreshRun[]> {
  const { purpose, paper, preset, data, workers, glimpse, drawnFor } = process
  const common = { purpose, ...(drawnFor && { drawnFor }) }
  const sets = glimpse
    ? Object.entries(paper.glimpse).flatMap(([key, value]) => ['--set', `${key}=${value}`])
    : []
  const arms = (process.arms ?? []).flatMap((arm) => ['--arm', arm])
  const seeds = formatSeeds(process.seeds)
  const typed = ['run', paper.slug, ...arms, '--seeds', seeds, ...sets]
  const sized = preset === 'headline' ? typed : [...typed, '--preset', preset]
  const name = [purpose, ...(process.arms ?? []), seeds].join(' ')
  const asked = ['--data', data, '--workers', String(workers), '--out', copy.out(name), '--json']
  const end = await runToEnd([copy.main, ...sized, ...asked], signal)
  // Without --data, --out and --json: their paths differ from machine to machine, and readers of the
  // report do not need them.
  const command = shellLine([
    'npx',
    'assay',
    ...sized,
    ...(workers > 1 ? ['--workers', String(workers)] : []),
  ])
  const failed = (problem: string): FreshRun[] =>
    (process.arms ?? Object.keys(paper.arms)).flatMap((arm) =>
      process.seeds.map((seed) => ({
        ...common,
        arm,
        seed,
        command,
        seconds: end.seconds,
        problem,
        metrics: {},
        counts: {},
        digest: null,
      })),
    )
  if (end.problem !== null) return failed(end.problem)
  const { records } = JSON.parse(end.output) as { records: readonly PrintedRecord[] }
  return records
    .filter(({ arm }) => !process.arms || process.arms.includes(arm))
    .map(({ arm, seed, metrics, counts, digest, provenance }) => ({
      ...common,
      arm,
      seed,
      command,
      seconds: provenance.seconds,
      problem: null,
      metrics,
      counts,
      digest,
    }))
}

interface ProcessEnd {
  readonly output: string
  readonly problem: string | null
  readonly seconds: number
}

function runToEnd(words: readonly string[], signal: AbortSignal): Promise<ProcessEnd> {
  const began = performance.now()
  const child = spawn(process.execPath, [...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_V8_COVERAGE: undefined },
  })
  const stop = () => void child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = `${errors}${chunk}`.slice(-2000)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      const last = errors.trim().split('\n').at(-1) ?? ''
      // Exit code 1 with output: an outcome contradicts its declaration, and the records are there.
      const ended = code === 0 || (code === 1 && output.trim() !== '')
      const problem = ended ? null : `it ended with exit code ${code}: ${last}`
      resolve({ output, problem, seconds: (performance.now() - began) / 1000 })
    })
  })
}
