import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { builtBackends } from '../../src/numerics/backends.ts'
import { differences, resultsOf } from './determinism/differences.ts'
import { dataset, inPool, jobsOn } from './determinism/glimpses.ts'
import { type Result, runHere } from './determinism/in-this-process.ts'
import { expectNoFaults } from './no-faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-determinism-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a glimpse of every arm has one result', async () => {
  const jobs = await jobsOn([0])
  let here: Result[]
  beforeAll(async () => {
    here = await runHere(jobs, dataset)
  })

  const pools = builtBackends().flatMap((backend) => [
    { backend, workers: 2, threads: 1 },
    ...(backend === 'reference' ? [] : [{ backend, workers: 1, threads: 3 }]),
  ])

  it.each(pools)('on $backend, with $workers workers of $threads threads', async (pool) => {
    const way = Object.values(pool).join(' ')
    const there = await inPool(jobs, { ...pool, folder: join(folder, way) })
    expectNoFaults(differences(way, here, resultsOf(jobs, there)))
  })
})
