import { setImmediate } from 'node:timers/promises'
import { measuresOf } from '../../claims/measures.ts'
import type { Dataset } from '../../data/dataset.ts'
import { drawStrokes } from '../../data/strokes/strokes.ts'
import { createWasmBackend } from '../../numerics/wasm/index.ts'
import type { Paper } from '../../papers/paper.ts'
import { decodeLosses } from '../../records/chain.ts'
import type { Job } from '../../records/record.ts'
import { resolveConfig } from '../../run/resolve.ts'
import { type JobOutcome, runJob } from '../../run/run-job.ts'
import type { AlteredRun, Causes, Change, Unchanged } from '../counterfactual/causes.ts'
import { bounded, changeName, planChanges } from '../counterfactual/plan.ts'
import type { Quantity } from '../counterfactual/quantities.ts'
import { comparedTraining, givesTheSame, isSteady } from '../counterfactual/training.ts'
import { alteredDataset, describeDataset } from './altered-dataset.ts'

export interface OwnCausesRequest {
  readonly paper: Paper
  /** At most so many runs. */
  readonly most: number
  readonly signal: AbortSignal
  /** Hears how many runs there will be and how long they will take, before the first. */
  readonly begins: (runs: number, seconds: number) => void
  readonly onDone: (what: string, done: number, all: number) => void
}

const seed = 0

/**
 * The glimpses of a paper of ours on the embedded digits with one thing changed after another: of the
 * arms that its first comparing claim compares, or of those of its first claim.
 */
export async function runPaperCauses(request: OwnCausesRequest): Promise<Causes> {
  const { paper, most, signal } = request
  const dataset = drawStrokes()
  const data = describeDataset(dataset)
  const glimpses = new Map<string, Glimpse>()
  const unchanged: Unchanged[] = []
  const began = performance.now()
  const arms = claimedArms(paper)
  for (const arm of arms) {
    const [first, second] = [await glimpse(paper, arm, dataset), await glimpse(paper, arm, dataset)]
    glimpses.set(arm, first)
    unchanged.push({
      ...{ arm, seed, metrics: first.metrics },
      isSteady: isSteady(first.quantities, second.quantities),
      effort: { update: first.updates },
    })
  }
  const seconds = (performance.now() - began) / 1000 / (2 * arms.length)
  const ofData: Change[] = [
    { kind: 'test labels permuted' },
    { kind: 'training labels permuted' },
    { kind: 'test images darkened' },
    ...data.labels.map((label) => ({ kind: 'test labels alike' as const, label })),
  ]
  const plans = planChanges({
    arms: arms.map((arm) => ({ arm, seed, neighbours: [], settings: [] })),
    ofData,
  })
  const { runs: chosen, left } = bounded(plans, most)
  request.begins(chosen.length, chosen.length * seconds)
  const runs: AlteredRun[] = []
  for (const { change, arm } of chosen) {
    signal.throwIfAborted()
    runs.push(await altered(paper, arm, change, dataset, glimpses.get(arm) as Glimpse))
    request.onDone(`${changeName(change)}, ${arm}`, runs.length, chosen.length)
    await setImmediate()
  }
  return { data, unchanged, runs, notTried: [...left] }
}

/** The arms that train, of the first claim that compares two of them; else of the first claim. */
export function claimedArms({ arms, claims }: Paper): string[] {
  const trained = claims.map((claim) => [
    ...new Set(measuresOf(claim).map(({ arm }) => arms[arm].reads?.arm ?? arm)),
  ])
  return trained.find((two) => two.length > 1) ?? trained.find((one) => one.length > 0) ?? []
}

interface Glimpse {
  readonly seconds: number
  readonly metrics: AlteredRun['metrics']
  readonly quantities: readonly Quantity[]
  readonly updates: number
}

async function glimpse(paper: Paper, arm: string, dataset: Dataset): Promise<Glimpse> {
  const overrides = paper.glimpse
  const config = resolveConfig(paper, 'quick', arm, overrides)
  const preset = 'quick'
  const job: Job = { paper: paper.slug, preset, dataset: dataset.name, arm, seed, overrides }
  const planned = { job, config, key: '', waitsFor: [], artifact: null, flops: 0 }
  const backend = createWasmBackend(config.dtype === 'f64' ? 'f64' : 'f32')
  const began = performance.now()
  const { record } = await runJob(paper, planned, dataset, backend, [], () => {})
  const { losses, quantities } = given(record)
  const seconds = (performance.now() - began) / 1000
  return { seconds, metrics: record.metrics, quantities, updates: losses }
}

/** All that a record says of the training, number by number. */
function given({ chain, digest, metrics }: JobOutcome['record']) {
  const losses = decodeLosses(chain)
  const quantities: Quantity[] = [
    ...Array.from(losses, (loss, i) => ({
      words: 'the training loss',
      when: `step ${i + 1}`,
      value: String(loss),
    })),
    ...chain.epochs.map(({ digest }, i) => ({
      words: 'the digest of the trained parameters',
      when: `epoch ${i + 1}`,
      value: digest.slice(0, 12),
    })),
    { words: 'the digest of the trained parameters', when: 'the end', value: digest.slice(0, 12) },
    ...Object.entries(metrics).map(([name, value]) => ({
      words: name,
      when: '',
      value: String(value),
    })),
  ]
  return { losses: losses.length, quantities }
}

async function altered(
  paper: Paper,
  arm: string,
  change: Change,
  dataset: Dataset,
  plain: Glimpse,
): Promise<AlteredRun> {
  const sets = Object.entries(paper.glimpse).map(([key, value]) => `--set ${key}=${value}`)
  const words = ['npx assay run', paper.slug, '--arm', arm, '--seeds', seed, '--preset quick']
  const command = [...words, ...sets, '--data strokes'].join(' ')
  const common = { change, arm, seed, command }
  try {
    const { seconds, metrics, quantities } = await glimpse(
      paper,
      arm,
      alteredDataset(dataset, change),
    )
    return {
      ...{ ...common, seconds, problem: null, metrics },
      training: comparedTraining(plain.quantities, null, quantities),
      isSame: givesTheSame(plain.quantities, quantities),
    }
  } catch (error) {
    const training = { compared: 0, changed: 0, first: [] }
    const problem = (error as Error).message
    return { ...common, seconds: 0, problem, metrics: {}, training, isSame: false }
  }
}
