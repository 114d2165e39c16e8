import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import type { BackendName } from '../../src/numerics/backend.ts'
import { shuffle } from '../../src/numerics/shuffle.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { papers } from '../../src/papers/index.ts'
import { decodeLosses } from '../../src/records/chain.ts'
import { jobKey } from '../../src/records/job.ts'
import { openStore } from '../../src/records/store.ts'
import { madeFromOf } from '../../src/run/made-from.ts'
import { type PlannedJob, planJobs } from '../../src/run/plan.ts'
import { runJobs } from '../../src/run/pool.ts'
import { builtModule } from '../records/built.ts'
import { differences } from './determinism/differences.ts'
import { type Result, runHere } from './determinism/in-this-process.ts'
import { expectNoFaults } from './no-faults.ts'

const images = { train: 400, test: 200 }
const fewestSteps = 25
const mostSteps = 45

const dataset = drawStrokes(images)
const folder = mkdtempSync(join(tmpdir(), 'assay-determinism-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every arm of every paper on one seed, a few dozen steps over an epoch's end. */
const jobs = (
  await Promise.all(
    papers.map((paper) =>
      planJobs({
        paper,
        preset: 'quick',
        dataset: 'strokes',
        images,
        seeds: [0],
        overrides: paper.glimpse,
      }),
    ),
  )
).flat()

async function inPool(
  name: string,
  workers: number,
  { order = jobs, backend = 'wasm' as BackendName } = {},
): Promise<Result[]> {
  const store = openStore(join(folder, name))
  const madeFrom = madeFromOf(dataset, backend)
  await runJobs(order, { dataset, backend, workers, store, madeFrom })
  return inOrder(store.list())
}

const inOrder = (results: readonly Result[]) =>
  jobs.map(({ key }) => results.find(({ job }) => jobKey(job) === key)!)

/** Any order in which no job comes before one that it reads. */
function shuffledJobs(): PlannedJob[] {
  const order = Uint32Array.from(jobs.keys())
  shuffle(order, namedStream('determinism contract/order/seed 0'))
  const placed = new Set<PlannedJob>()
  const place = (planned: PlannedJob) => {
    for (const key of planned.waitsFor) place(jobs.find((one) => one.key === key)!)
    placed.add(planned)
  }
  for (const at of order) place(jobs[at])
  return [...placed]
}

const ways: Readonly<Record<string, () => Promise<Result[]>>> = {
  'again in this process': () => runHere(jobs, dataset),
  'in another process': async () => {
    const file = join(folder, 'jobs.json')
    writeFileSync(file, JSON.stringify(jobs))
    const store = join(folder, 'child')
    const script = join(import.meta.dirname, 'determinism/in-child.mjs')
    const sizes = [images.train, images.test].map(String)
    await promisify(execFile)(process.execPath, [
      script,
      builtModule('run/pool.js'),
      file,
      store,
      ...sizes,
    ])
    return inOrder(openStore(store, { readOnly: true }).list())
  },
  'in a pool of 1 worker': () => inPool('one', 1),
  'in a pool of 2 workers': () => inPool('two', 2),
  'in shuffled order': () => inPool('shuffled', 2, { order: shuffledJobs() }),
  'on the reference backend': () => inPool('reference', 2, { backend: 'reference' }),
}

describe('one job has one result', () => {
  let expected: Result[]
  beforeAll(async () => {
    expected = await runHere(jobs, dataset)
  })

  it('has a glimpse of every arm, some dozen steps over an epoch’s end', () => {
    for (const { job, chain } of expected) {
      const paper = papers.find(({ slug }) => slug === job.paper)!
      if (paper.arms[job.arm].reads) continue
      const steps = decodeLosses(chain).length
      expect(steps, `${job.paper} ${job.arm}`).toBeGreaterThanOrEqual(fewestSteps)
      expect(steps, `${job.paper} ${job.arm}`).toBeLessThanOrEqual(mostSteps)
      expect(chain.epochs.length, `${job.paper} ${job.arm}`).toBeGreaterThan(1)
    }
    const arms = papers.flatMap(({ slug, arms }) =>
      Object.keys(arms).map((arm) => `${slug} ${arm}`),
    )
    expect(new Set(expected.map(({ job }) => `${job.paper} ${job.arm}`))).toEqual(new Set(arms))
  })

  it('gives different results for different arms: nothing is compared with itself', () => {
    const digests = new Set(expected.map(({ digest }) => digest))
    expect(digests.size).toBe(expected.length)
  })

  it.each(Object.entries(ways))('%s', async (way, run) => {
    expectNoFaults(differences(way, expected, await run()))
  })
})
