import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { judge } from '../../../src/claims/judge.ts'
import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import { compareWithGolden } from '../../../src/goldens/comparison.ts'
import { describeComparison } from '../../../src/goldens/comparison-text.ts'
import { keepPending } from '../../../src/goldens/pending.ts'
import { usableBackend } from '../../../src/numerics/backends.ts'
import { packageRoot } from '../../../src/package-root.ts'
import type { Paper } from '../../../src/papers/paper.ts'
import { findGolden, goldenOf, readGolden } from '../../../src/records/golden.ts'
import { openStore } from '../../../src/records/store.ts'
import { madeFromOf } from '../../../src/run/made-from.ts'
import { planJobs } from '../../../src/run/plan.ts'
import type { Selection } from '../../../src/run/planned-runs.ts'
import { runJobs } from '../../../src/run/pool.ts'
import { explanationOf } from '../no-faults.ts'

const workers = 2
const place = { dataset: 'strokes', preset: 'quick' } as const

/**
 * Fails unless fresh quick runs of a paper on strokes are its golden's, bit for bit; where they are
 * not, what they would make of the golden is left for a person to look at. `selections`: arms and
 * seeds that are run; all that are declared unless given.
 */
export async function expectAcceptedRuns(
  paper: Paper,
  selections?: readonly Selection[],
): Promise<void> {
  const id = { paper: paper.slug, ...place }
  const golden = findGolden(packageRoot, id)
  if (golden === null) expect.fail(explanationOf(() => readGolden(packageRoot, id)))

  const dataset = drawStrokes()
  const backend = usableBackend()
  const images = { train: dataset.train.count, test: dataset.test.count }
  const request = { paper, ...place, images, overrides: {} }
  const chosen = selections ?? [{}]
  const jobs = (await Promise.all(chosen.map((one) => planJobs({ ...request, ...one })))).flat()
  const folder = mkdtempSync(join(tmpdir(), 'assay-goldens-'))
  try {
    const store = openStore(folder)
    const madeFrom = madeFromOf(dataset, backend)
    const records = await runJobs(jobs, { dataset, backend, workers, threads: 1, store, madeFrom })
    const judged = judge(paper, records, place)
    const partial = selections !== undefined
    const comparison = compareWithGolden(golden, records, judged, { partial })
    if (comparison.same) return

    const today = new Date().toISOString().slice(0, 10)
    const accepted = { reason: 'pending: nobody has accepted this', date: today, commit: null }
    const kept = keepPending(packageRoot, goldenOf(id, records, judged, accepted), process.env)
    expect.fail(`${describeComparison(comparison)}\n${kept}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
