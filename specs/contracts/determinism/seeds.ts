import type { Dataset } from '../../../src/data/dataset.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import { papers } from '../../../src/papers/index.ts'
import type { Paper, RunContext } from '../../../src/papers/paper.ts'
import { decodeLosses } from '../../../src/records/chain.ts'
import type { PlannedJob } from '../../../src/run/plan.ts'
import { runJob } from '../../../src/run/run-job.ts'
import type { Result } from './in-this-process.ts'

/** What two seeds of one arm have in common though nothing but the recipe may be, in sentences. */
export function sharedBySeeds(one: Result, other: Result): string[] {
  const { paper, arm, seed } = one.job
  const what = `${paper}, ${arm}: seeds ${seed} and ${other.job.seed}`
  const [losses, others] = [decodeLosses(one.chain), decodeLosses(other.chain)]
  const same = losses.findIndex((loss, i) => loss === others[i])
  return [
    ...(one.digest === other.digest ? [`${what} end in the same digest: the seed is ignored`] : []),
    ...(same < 0 ? [] : [`${what} have the same loss at step ${same + 1}: ${losses[same]}`]),
  ]
}

/** The end of a run that was wanted for its first loss alone. */
class FirstStep {
  readonly loss: number
  constructor(loss: number) {
    this.loss = loss
  }
}

interface Swap {
  readonly purpose: string
  readonly seed: number
}

/**
 * The loss of a job's first step, and what it draws for training: each purpose with the seed. For one
 * purpose it may be given another seed's numbers.
 */
async function firstStep(planned: PlannedJob, dataset: Dataset, swap?: Swap) {
  const paper = papers.find(({ slug }) => slug === planned.job.paper)!
  const code = await paper.load()
  const drawn = new Map<string, number>()
  const watched = (run: RunContext): RunContext => ({
    ...run,
    stream(purpose, seed = run.seed) {
      // The tested images have no part in a loss, and may be the same for all seeds.
      if (!purpose.startsWith('test')) drawn.set(purpose, seed)
      return run.stream(purpose, purpose === swap?.purpose ? swap.seed : seed)
    },
    step(loss) {
      throw new FirstStep(loss)
    },
  })
  const load: Paper['load'] = async () => ({
    ...code,
    train: (run, parts) => code.train(watched(run), parts),
  })
  const backend = createWasmBackend('f32', { mebibytes: 16 })
  try {
    await runJob({ ...paper, load }, planned, dataset, backend, [], () => {})
  } catch (end) {
    if (end instanceof FirstStep) return { loss: end.loss, drawn }
    throw end
  }
  throw new Error(`${planned.key} took no step`)
}

/**
 * What is wrong with how a job's seed reaches its streams: one that is missing, one that is drawn at a
 * fixed seed, or one that can be another seed's without moving the first loss. The digests of two
 * seeds would not tell, for they differ as long as a single stream follows the seed.
 */
export async function streamsDeafToSeed(
  planned: PlannedJob,
  dataset: Dataset,
  otherSeed: number,
): Promise<string[]> {
  const { paper, arm, seed } = planned.job
  const what = `${paper}, ${arm} seed ${seed}`
  const { loss, drawn } = await firstStep(planned, dataset)
  const purposes = [...drawn.keys()]
  const absent = ['init', 'order'].filter((kind) => !purposes.some((p) => p.startsWith(kind)))
  const faults = absent.map((kind) => `${what}: draws nothing from a stream called “${kind}”`)
  for (const [purpose, drawnAt] of drawn) {
    const stream = `${what}: “${purpose}” ignores the seed`
    if (drawnAt !== seed) faults.push(`${stream}: it is drawn at seed ${drawnAt}`)
    const moved = await firstStep(planned, dataset, { purpose, seed: otherSeed })
    if (drawnAt === seed && moved.loss === loss)
      faults.push(`${stream}: with that of seed ${otherSeed} the first loss stays ${loss}`)
  }
  return faults
}
