import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { differences, resultsOf } from './determinism/differences.ts'
import { dataset, inPool, jobsOn } from './determinism/glimpses.ts'
import { runHere } from './determinism/in-this-process.ts'
import { expectNoFaults } from './no-faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-determinism-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('a glimpse of every arm has one result on wasm and on the reference backend', async () => {
  const jobs = await jobsOn([0])
  const pool = { folder, workers: 2, backend: 'reference', threads: 1 } as const
  const again = resultsOf(jobs, await inPool(jobs, pool))
  expect(again.length).toBeGreaterThan(0)
  const first = await runHere(jobs, dataset)
  expectNoFaults(differences('on the reference backend', first, again))
})
