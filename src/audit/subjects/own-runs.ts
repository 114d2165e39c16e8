import type { Paper } from '../../papers/paper.ts'
import { describeMachine } from '../../records/provenance.ts'
import type { DatasetId } from '../../records/record.ts'
import { oneSeedAnArm } from '../../run/one-seed.ts'
import type { FreshRun, FreshRuns } from '../fresh-run.ts'
import type { CleanCopy } from './clean-copy.ts'
import type { FreshSeeds } from './fresh-seeds.ts'
import { type OwnProcess, runOwnProcess } from './own-process.ts'

export interface PaperRunsRequest {
  readonly paper: Paper
  readonly copy: CleanCopy
  /** What `--data` says, and which dataset that is. */
  readonly data: string
  readonly dataset: DatasetId
  /** Seeds that nobody chose, claim by claim. */
  readonly challenges: readonly FreshSeeds[]
  /** Chooses the headline seed of each arm, such as the commit. */
  readonly hash: string
  readonly workers: number
  readonly signal: AbortSignal
  /** Hears of each process that ended, and how many there are. */
  readonly onDone: (what: string, done: number, all: number) => void
}

/**
 * The runs that an audit of a paper of ours rests on, each in a fresh process of a clean copy: a
 * glimpse of all arms on two seeds twice and in a pool of two, one headline seed an arm where MNIST
 * is at hand, and the challenges.
 */
export async function runPaperForAudit(request: PaperRunsRequest): Promise<FreshRuns> {
  const processes = processesOf(request)
  const results: FreshRun[][] = []
  let next = 0
  let done = 0
  const work = async () => {
    while (next < processes.length && !request.signal.aborted) {
      const at = next++
      results[at] = await runOwnProcess(processes[at], request.copy, request.signal)
      const { purpose, arms } = processes[at]
      request.onDone(arms ? `${purpose}, ${arms.join(', ')}` : purpose, ++done, processes.length)
    }
  }
  await Promise.all(Array.from({ length: request.workers }, work))
  const { node, platform, arch, cpu, commit } = describeMachine()
  return { machine: { node, platform, arch, cpu, commit }, runs: results.flat() }
}

function processesOf({ paper, data, dataset, challenges, hash }: PaperRunsRequest): OwnProcess[] {
  const glimpse = { paper, seeds: [0, 1], preset: 'quick', data: 'strokes', glimpse: true } as const
  const full = { paper, data, workers: 1, glimpse: false } as const
  const headline = paper.presets.headline && dataset === 'mnist'
  const { selections } = headline ? oneSeedAnArm(paper, 'headline', hash) : { selections: [] }
  return [
    ...selections.map(({ arms = [], seeds = [] }) => ({
      ...full,
      purpose: 'declared' as const,
      preset: 'headline' as const,
      arms,
      seeds,
    })),
    { ...glimpse, purpose: 'glimpse', workers: 1 },
    { ...glimpse, purpose: 'glimpse again', workers: 1 },
    { ...glimpse, purpose: 'two workers', workers: 2 },
    ...challenges.map(({ drawnFor, arms, seeds }) => ({
      ...full,
      purpose: 'fresh seed' as const,
      preset: drawnFor.preset,
      arms,
      seeds,
      drawnFor,
    })),
  ]
}
