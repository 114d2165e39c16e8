import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readGif } from '../../src/audit/gather/gif.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { drawAll } from '../../src/figures/pictures/draw-all.ts'
import { storeReader } from '../../src/figures/pictures/drawn-runs.ts'
import { runsOf } from '../../src/figures/runs.ts'
import { papers } from '../../src/papers/index.ts'
import { openStore } from '../../src/records/store.ts'
import { madeFromOf } from '../../src/run/made-from.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runJobs } from '../../src/run/pool.ts'

const mostBytes = 2 * 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'assay-figures-'))
afterAll(() => rmSync(folder, { recursive: true }))

const images = { train: 400, test: 200 }
const dataset = drawStrokes(images)

describe.each(papers)('$slug', (paper) => {
  it('draws every picture of a glimpse of each arm, twice the same', async () => {
    const place = { paper, dataset: 'strokes', preset: 'quick', images } as const
    const jobs = await planJobs({ ...place, seeds: [0], overrides: paper.glimpse })
    const store = openStore(join(folder, paper.slug))
    const madeFrom = madeFromOf(dataset, 'wasm')
    const records = await runJobs(jobs, {
      dataset,
      backend: 'wasm',
      workers: 2,
      threads: 1,
      store,
      madeFrom,
    })

    const drawings = await paper.figures!()
    const runs = runsOf(records, storeReader(store))
    const { files, missing } = drawAll(paper.slug, drawings, runs)
    expect(missing).toEqual([])
    expect(files.map(({ path }) => path)).toEqual([
      ...drawings.figures.map(({ name }) => `figures/${name}.png`),
      `${paper.slug}.gif`,
    ])
    expect(drawAll(paper.slug, drawings, runs).files).toEqual(files)

    const animation = files[files.length - 1].bytes
    const facts = readGif(animation)
    const { digest } = drawings.animation.of(runs)
    expect(facts).toMatchObject({ state: 'gif', comments: [`assay:${digest}`] })
    expect(facts.state === 'gif' && facts.frames).toBeGreaterThan(2)
    expect(animation.length).toBeLessThan(mostBytes)
  })
})
