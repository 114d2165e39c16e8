import { join } from 'node:path'
import type { FreshRun, FreshRuns, Purpose } from '../../src/audit/fresh-run.ts'
import { readStub } from '../../src/audit/gather/stub-evidence.ts'

/** The sound stub as it lies here. */
export const soundStub = readStub(join(import.meta.dirname, 'stub'))

interface Recorded {
  readonly arm: string
  readonly seed: number
  readonly testAccuracy: number
}

const { runs: recorded } = JSON.parse(
  soundStub.files.find(({ path }) => path === 'results.json')?.text ?? '',
) as { readonly runs: readonly Recorded[] }

const run = (purpose: Purpose, { arm, seed, testAccuracy }: Recorded): FreshRun => ({
  ...{ purpose, arm, seed, metrics: { testAccuracy }, counts: {} },
  command: `node train.mjs --model ${arm} --seed ${seed}`,
  ...{ seconds: 1, problem: null, digest: null },
})

const once: readonly Purpose[] = ['declared']
const onFirstSeed: readonly Purpose[] = [...once, 'declared again', 'one thread', 'two threads']

/**
 * The runs of its assay.json as the record has them, for what is not about running:
 * specs/contracts/rules.spec.ts runs the stub and holds the record to it.
 */
export const recordedAsFresh: FreshRuns = {
  machine: { node: 'v20.20.2', platform: 'linux', arch: 'x64', cpu: 'any', commit: null },
  runs: recorded.flatMap((one) =>
    (one.seed === 0 ? onFirstSeed : once).map((purpose) => run(purpose, one)),
  ),
}
