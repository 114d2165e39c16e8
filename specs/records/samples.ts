import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { onTestFinished } from 'vitest'
import { createChain } from '../../src/records/chain.ts'
import type { Terms } from '../../src/records/claim-terms.ts'
import { artifactOf, digestBytes } from '../../src/records/digest.ts'
import { encodeGolden, type Golden, goldenOf, goldenPath } from '../../src/records/golden.ts'
import type { Job, RunRecord } from '../../src/records/record.ts'
import type { NamedTensor } from '../../src/records/tensor-bytes.ts'

export const id = { paper: 'tiny-paper', dataset: 'strokes', preset: 'quick' } as const

export const job: Job = { ...id, arm: 'deformed', seed: 0, overrides: {} }

export const weights: NamedTensor = {
  name: 'W1',
  dtype: 'f32',
  shape: [2, 3],
  data: new Float32Array([1, -0, 0.1, 3, 4, 5]),
}

/** A record of two epochs of two steps; what differs from the plain one is given. */
export function recordOf(changes: Partial<RunRecord> = {}): RunRecord {
  const chain = createChain()
  for (const loss of [2.3, 1.9]) chain.step(loss)
  chain.epoch(digestBytes('epoch 1'))
  for (const loss of [1.1, 0.7]) chain.step(loss)
  chain.epoch(digestBytes('epoch 2'))
  const { arm, seed } = changes.job ?? job
  return {
    schema: 'assay/record@1',
    job,
    config: { learningRate: 0.05, widths: '784-512-10', nesterov: true },
    metrics: { testError: 0.0123, trainLoss: 0.3 },
    counts: { testError: { count: 123, total: 10000 } },
    curves: { trainLoss: [2.1, 0.9] },
    digest: digestBytes(`final parameters of ${arm} ${seed}`),
    chain: chain.finish(),
    artifacts: [artifactOf(weights).artifact],
    madeFrom: {
      dataset: digestBytes('dataset'),
      kernels: digestBytes('kernels'),
      source: digestBytes('source'),
    },
    provenance: {
      backend: 'wasm',
      node: '20.20.2',
      platform: 'linux',
      arch: 'x64',
      cpu: 'a processor',
      cores: 2,
      workers: 1,
      threads: 1,
      commit: null,
      startedAt: '2026-11-03T10:00:00Z',
      seconds: 1.5,
    },
    ...changes,
  }
}

export const accepted = { reason: 'first results', date: '2026-11-03', commit: null }

const measure = (arm: string) => ({ arm, metric: 'testError', better: 'lower' }) as const

export const terms: Extract<Terms, { kind: 'ordering' }> = {
  kind: 'ordering',
  measure: measure('deformed'),
  against: measure('undeformed'),
  seeds: '0-2',
  alpha: 0.05,
  declared: 'replicates',
  minimalEffect: 0.002,
}

export const judged = [
  { id: 'deformation-helps', outcome: 'replicates', terms },
  { id: 'error-is-low', outcome: 'inconclusive', terms: null },
] as const

/** Seeds 0 to 2 of one arm, accepted with two claims. */
export const records = [0, 1, 2].map((seed) => recordOf({ job: { ...job, seed } }))

export const golden: Golden = goldenOf(id, records, judged, accepted)

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-records-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a golden under a root, as a checkout holds it. */
export function putGolden(root: string, golden: Golden): void {
  const file = join(root, goldenPath(golden))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, encodeGolden(golden))
}

/** What a call throws. */
export function thrownBy(call: () => unknown): Error & { exitCode?: number } {
  try {
    call()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown')
}

// The same examples in every run: a failure is one that anybody can repeat.
fc.configureGlobal({ seed: 20261103 })

/** Any float64, the special ones often. */
export const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, Number.MIN_VALUE, Number.MAX_VALUE),
)

const words = ['NaN', 'Infinity', '-Infinity', '-0']
const plainText = fc.string().filter((text) => !words.includes(text))
const scalar = fc.oneof(anyNumber, plainText, fc.boolean())
const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9/+=. -]{0,12}$/)
const named = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true })
const count = fc.record(
  { count: fc.integer(), total: fc.integer({ min: 1 }) },
  { noNullPrototype: true },
)
const sha256 = fc.string().map(digestBytes)

export const anyJob: fc.Arbitrary<Job> = fc.record(
  {
    paper: name,
    preset: fc.constantFrom('quick', 'headline', 'paper'),
    dataset: fc.constantFrom('mnist', 'strokes'),
    arm: name,
    seed: fc.nat(),
    overrides: named(scalar),
  },
  { noNullPrototype: true },
)

/** Any record that the schema allows. */
export const anyRecord: fc.Arbitrary<RunRecord> = fc
  .record({
    job: anyJob,
    config: named(scalar),
    metrics: named(anyNumber),
    counts: named(count),
    curves: named(fc.array(anyNumber)),
    digest: sha256,
  })
  .map((changes) => recordOf(changes))
