import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '../../src/claims/judge.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { faultsAtRest, faultsUnder } from '../../src/goldens/at-rest.ts'
import { changelogPath, goldenLine, insertGoldenLine } from '../../src/goldens/changelog.ts'
import { compareWithGolden } from '../../src/goldens/comparison.ts'
import { describeComparison } from '../../src/goldens/comparison-text.ts'
import { keepPending, pendingPath } from '../../src/goldens/pending.ts'
import { sealOf } from '../../src/goldens/seal.ts'
import { usableBackend } from '../../src/numerics/backends.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import {
  findGolden,
  goldenName,
  goldenOf,
  goldenPath,
  listGoldens,
  readGolden,
} from '../../src/records/golden.ts'
import { openStore } from '../../src/records/store.ts'
import { madeFromOf } from '../../src/run/made-from.ts'
import { planJobs } from '../../src/run/plan.ts'
import { runJobs } from '../../src/run/pool.ts'
import { editsOf } from './goldens/edits.ts'
import { expectNoFaults, explanationOf } from './no-faults.ts'

const workers = 2
const quickMilliseconds = 600_000
const place = { dataset: 'strokes', preset: 'quick' } as const

describe('quick on strokes gives the golden’s bits and outcomes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-goldens-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const dataset = drawStrokes()
  const backend = usableBackend()
  const images = { train: dataset.train.count, test: dataset.test.count }
  const madeFrom = madeFromOf(dataset, backend)
  const today = new Date().toISOString().slice(0, 10)

  it.each(papers)('$slug', { timeout: quickMilliseconds }, async (paper) => {
    const id = { paper: paper.slug, ...place }
    const golden = findGolden(packageRoot, id)
    if (golden === null) expect.fail(explanationOf(() => readGolden(packageRoot, id)))

    const jobs = await planJobs({ paper, ...place, images, overrides: {} })
    const store = openStore(join(folder, paper.slug))
    const records = await runJobs(jobs, { dataset, backend, workers, threads: 1, store, madeFrom })
    const judged = judge(paper, records, place)
    const comparison = compareWithGolden(golden, records, judged, { partial: false })
    if (comparison.same) return

    const accepted = { reason: 'pending: nobody has accepted this', date: today, commit: null }
    const pending = keepPending(packageRoot, goldenOf(id, records, judged, accepted), process.env)
    expect.fail(`${describeComparison(comparison)}\n${pending}`)
  })
})

describe('goldens at rest', () => {
  const goldens = listGoldens(packageRoot)

  it('are there', () => {
    expect(papers.length).toBeGreaterThan(0)
    expect(goldens.length).toBeGreaterThan(0)
  })

  it.each(goldens.map((id) => [goldenPath(id), id] as const))(
    '%s holds what is declared, and says of it what its records say',
    async (_, id) => {
      expectNoFaults(await faultsUnder(packageRoot, id, papers))
    },
  )

  // One a paper: what finds an edit is the same for all, and each edit reads the whole file.
  const edited = goldens.filter(({ dataset }) => dataset === place.dataset)

  it.each(edited.map((id) => [goldenPath(id), id] as const))(
    '%s could not be edited by a bit without being found out',
    async (path, id) => {
      const changelog = readFileSync(join(packageRoot, changelogPath), 'utf8')
      const entry = { date: '2026-11-03', reason: 'forged', moved: 'nothing' }
      for (const { what, text, contradicts } of editsOf(readGolden(packageRoot, id))) {
        const faults = await faultsAtRest(id, papers, text, changelog)
        expect(faults.length, `${path}: nobody notices ${what}`).toBeGreaterThan(0)
        if (!contradicts) continue
        const goldens = [{ name: goldenName(id), seal: sealOf(text) }]
        const forged = insertGoldenLine(changelog, goldenLine({ ...entry, goldens }))
        const contradictions = await faultsAtRest(id, papers, text, forged)
        expect(contradictions.length, `${path}: only its seal tells ${what}`).toBeGreaterThan(0)
      }
    },
  )

  it('are all the JSON in golden/, beside the schemas', () => {
    const paths = goldens.map(goldenPath)
    const known = [...paths, ...paths.map(pendingPath), ...papers.flatMap(pendingOf)]
    const strays = readdirSync(join(packageRoot, 'golden'), { recursive: true, encoding: 'utf8' })
      .map((file) => `golden/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\/[^./][^/]*\.json$/.test(file) && !file.startsWith('golden/schemas/'))
      .filter((file) => !known.includes(file))
    expectNoFaults(strays.map((file) => `${file} is no golden of a known dataset and preset`))
  })
})

const pendingOf = ({ slug }: { slug: string }) =>
  (['mnist', 'strokes'] as const).flatMap((dataset) =>
    (['quick', 'headline', 'paper'] as const).map((preset) =>
      pendingPath(goldenPath({ paper: slug, dataset, preset })),
    ),
  )
