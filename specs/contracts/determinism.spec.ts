import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackendName } from '../../src/numerics/backend.ts'
import { hasAddon } from '../../src/numerics/native/index.ts'
import { shuffle } from '../../src/numerics/shuffle.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { papers } from '../../src/papers/index.ts'
import { decodeLosses } from '../../src/records/chain.ts'
import type { Job } from '../../src/records/record.ts'
import { openStore } from '../../src/records/store.ts'
import type { PlannedJob } from '../../src/run/plan.ts'
import { builtModule } from '../records/built.ts'
import { differences, resultsOf } from './determinism/differences.ts'
import {
  dataset,
  fewSteps,
  glimpsedArms,
  images,
  inPool,
  isWhole,
  jobsOn,
  oneOfEach,
  smallBatches,
} from './determinism/glimpses.ts'
import { type Result, runHere } from './determinism/in-this-process.ts'
import { sharedBySeeds, streamsDeafToSeed } from './determinism/seeds.ts'
import { expectNoFaults } from './no-faults.ts'

const fewestSteps = 25
const mostSteps = 45

const folder = mkdtempSync(join(tmpdir(), 'assay-determinism-'))
afterAll(() => rmSync(folder, { recursive: true }))

const jobs = await jobsOn([0], smallBatches)
/** The second seed is run in this process, and once more beside the first in shuffled order. */
const onTwoSeeds = await jobsOn([0, 1], smallBatches)
/** What the reference backend does in a moment. */
const brief = oneOfEach(await jobsOn([0], fewSteps))

const pooled = (
  name: string,
  workers: number,
  { of = jobs, backend = 'wasm' as BackendName, threads = 1 } = {},
) => inPool(of, { folder: join(folder, name), workers, backend, threads })

/** Any order in which no job comes before one that it reads. */
function shuffled(of: readonly PlannedJob[]): PlannedJob[] {
  const order = Uint32Array.from(of.keys())
  shuffle(order, namedStream('determinism contract/order/seed 0'))
  const placed = new Set<PlannedJob>()
  const place = (planned: PlannedJob) => {
    for (const key of planned.waitsFor) place(of.find((one) => one.key === key)!)
    placed.add(planned)
  }
  for (const at of order) place(of[at])
  return [...placed]
}

const ways: Readonly<Record<string, () => Promise<Result[]>>> = {
  'again in this process': () => runHere(jobs, dataset),
  'in another process, with 1 worker': async () => {
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
    return openStore(store, { readOnly: true }).list()
  },
  // Threads share out calls of either backend alike; parity has both.
  ...(hasAddon()
    ? {
        'on the native backend, 3 threads': () =>
          pooled('native', 1, { backend: 'native', threads: 3 }),
      }
    : { 'on 3 threads': () => pooled('threads', 1, { threads: 3 }) }),
  'in a pool of 2 workers, in shuffled order': () =>
    pooled('shuffled', 2, { of: shuffled(onTwoSeeds) }),
  ...(isWhole && hasAddon()
    ? { 'on the native backend': () => pooled('native alone', 2, { backend: 'native' }) }
    : {}),
}

let results: Result[]
beforeAll(async () => {
  results = await runHere(onTwoSeeds, dataset)
})

/** All, or the arms that were chosen, in words. */
const glimpsed = isWhole
  ? 'every arm'
  : papers.map((paper) => `${paper.slug} ${glimpsedArms(paper).join(', ')}`).join('; ')

describe('one job has one result', () => {
  it(`has a glimpse of ${glimpsed}, some dozen steps over an epoch’s end`, () => {
    for (const { job, chain } of resultsOf(jobs, results)) {
      const paper = papers.find(({ slug }) => slug === job.paper)!
      if (paper.arms[job.arm].reads) continue
      const steps = decodeLosses(chain).length
      expect(steps, `${job.paper} ${job.arm}`).toBeGreaterThanOrEqual(fewestSteps)
      expect(steps, `${job.paper} ${job.arm}`).toBeLessThanOrEqual(mostSteps)
      expect(chain.epochs.length, `${job.paper} ${job.arm}`).toBeGreaterThan(1)
    }
    const arms = papers.flatMap((paper) => glimpsedArms(paper).map((arm) => `${paper.slug} ${arm}`))
    expect(new Set(jobs.map(({ job }) => `${job.paper} ${job.arm}`))).toEqual(new Set(arms))
  })

  it('gives different results for different arms: nothing is compared with itself', () => {
    const digests = new Set(resultsOf(jobs, results).map(({ digest }) => digest))
    expect(digests.size).toBe(jobs.length)
  })

  it.each(Object.entries(ways))('%s', async (way, run) => {
    const again = await run()
    const of = way.endsWith('in shuffled order') ? onTwoSeeds : jobs
    expectNoFaults(differences(way, resultsOf(of, results), resultsOf(of, again)))
  })

  it('on the reference backend, for some steps', async () => {
    const here = await runHere(brief, dataset)
    const there = await pooled('reference', 2, { of: brief, backend: 'reference' })
    expectNoFaults(differences('on the reference backend', here, resultsOf(brief, there)))
  })
})

describe('another seed is another run', () => {
  const runOf = ({ paper, arm }: Job, seed: number) =>
    results.find(({ job }) => job.paper === paper && job.arm === arm && job.seed === seed)!

  it('from its first loss to its last digest', () => {
    const firstSeeds = jobs.filter(({ job }) => job.seed === 0)
    expectNoFaults(firstSeeds.flatMap(({ job }) => sharedBySeeds(runOf(job, 0), runOf(job, 1))))
  })

  it('in its initial weights, its order and whatever else it draws', async () => {
    const trained = onTwoSeeds.filter(({ job, flops }) => job.seed === 1 && flops > 0)
    expect(trained.length).toBeGreaterThan(0)
    const faults = await Promise.all(trained.map((one) => streamsDeafToSeed(one, dataset, 0)))
    expectNoFaults(faults.flat())
  })
})
