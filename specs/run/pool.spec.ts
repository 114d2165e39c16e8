import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { papers } from '../../src/papers/index.ts'
import type { Config, Progress } from '../../src/papers/paper.ts'
import { runRecordSchema } from '../../src/records/record.ts'
import { openStore } from '../../src/records/store.ts'
import { madeFromOf } from '../../src/run/made-from.ts'
import { planJobs } from '../../src/run/plan.ts'
import { type PoolOptions, runJobs } from '../../src/run/pool.ts'

const images = { train: 96, test: 20 }
const dataset = drawStrokes(images)
const folder = mkdtempSync(join(tmpdir(), 'assay-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [deepMlp, multiColumn] = papers
const small: Config = { epochs: 2, batchSize: 32, hiddenWidths: '16-8' }
const plan = (paper = deepMlp, overrides: Config = {}, arms = Object.keys(paper.arms)) =>
  planJobs({
    paper,
    preset: 'quick',
    dataset: 'strokes',
    images,
    seeds: [0],
    arms,
    overrides: { ...small, ...overrides },
  })

let stores = 0
const options = (given: Partial<PoolOptions> = {}): PoolOptions => ({
  dataset,
  backend: 'wasm',
  workers: 2,
  threads: 1,
  store: openStore(join(folder, String(stores++))),
  madeFrom: madeFromOf(dataset, 'wasm'),
  ...given,
})

describe('a pool', () => {
  it('gives back a record of each job, in the order of the jobs, and stores it', async () => {
    const jobs = await plan()
    const pool = options()
    const records = await runJobs(jobs, pool)
    expect(records.map(({ job }) => job)).toEqual(jobs.map(({ job }) => job))
    for (const [i, record] of records.entries()) {
      expect(runRecordSchema.safeParse(record).error).toBeUndefined()
      expect(pool.store.get(jobs[i].key)).toEqual(record)
      expect(record.madeFrom.dataset).toBe(dataset.digest)
      expect(record.provenance).toMatchObject({ backend: 'wasm', workers: 2, threads: 1 })
      for (const { sha256 } of record.artifacts) pool.store.artifact(sha256)
    }
  })

  it('tells how far each job is, on and on', async () => {
    const seen = new Map<string, Progress[]>()
    const jobs = await plan(deepMlp, { epochs: 50 })
    const onProgress = ({ key }: { key: string }, at: Progress) =>
      seen.set(key, [...(seen.get(key) ?? []), at])
    await runJobs(jobs, options({ onProgress }))
    for (const { key } of jobs) {
      const steps = seen.get(key)!.map(({ step }) => step)
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      expect(seen.get(key)!.at(-1)).toMatchObject({ epochs: 50, steps: 150 })
    }
  })

  it('runs a job once those that it waits for are done', async () => {
    const order: string[] = []
    const jobs = await plan(multiColumn, { columns: 2, hiddenWidths: '16', dropEpoch: 2 })
    await runJobs(jobs, options({ onDone: ({ job }) => order.push(`${job.arm} ${job.seed}`) }))
    expect(order.at(-1)).toBe('averaged 0')
    expect(order.slice(0, -1).sort()).toEqual(['column 0', 'column 1'])
  })

  it('does not run again what is stored', async () => {
    const jobs = await plan()
    const [first] = await runJobs(jobs.slice(0, 1), options())
    const done: string[] = []
    const stored = new Map([[jobs[0].key, first]])
    const onDone = ({ key }: { key: string }) => done.push(key)
    const records = await runJobs(jobs, options({ stored, onDone }))
    expect(records[0]).toBe(first)
    expect(done).toEqual([jobs[1].key])
  })

  it('stops at a run that diverges, and names the run, the step and the tensor', async () => {
    const jobs = await plan(multiColumn, { learningRate: 1e30, epochs: 4, hiddenWidths: '16' }, [
      'column',
    ])
    const pool = options()
    await expect(runJobs(jobs, pool)).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 1,
      message: expect.stringMatching(
        /^mcdnn-image-bench, column seed 0, diverged at step \d+: NaN or infinity in .+\. Try a smaller rate/,
      ),
    })
    expect(pool.store.list()).toEqual([])
  })

  it('stops when it is told to, and leaves no half record', async () => {
    const jobs = await plan(deepMlp, { epochs: 100_000 })
    const controller = new AbortController()
    const pool = options({ signal: controller.signal, onProgress: () => controller.abort() })
    await expect(runJobs(jobs, pool)).rejects.toMatchObject({ name: 'AbortError' })
    expect(pool.store.list()).toEqual([])
  })
})
