import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsAtRest, faultsUnder } from '../../src/goldens/at-rest.ts'
import { goldenLine, insertGoldenLine } from '../../src/goldens/changelog.ts'
import { pendingPath } from '../../src/goldens/pending.ts'
import { sealFault, sealOf } from '../../src/goldens/seal.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import {
  type GoldenId,
  goldenName,
  goldenPath,
  listGoldens,
  readGolden,
} from '../../src/records/golden.ts'
import { oneSeedAnArm } from '../../src/run/one-seed.ts'
import { editsOf } from './goldens/edits.ts'
import { expectAcceptedRuns } from './goldens/fresh-runs.ts'
import { sourcesDigest } from './goldens/sources-digest.ts'
import { expectNoFaults } from './no-faults.ts'

const place = { dataset: 'strokes', preset: 'quick' } as const

// One seed an arm, chosen by the sources: whoever changes them sees other seeds. All of them are run
// by goldens.slow.spec.ts.
const chosen = papers.map((paper) => {
  const { selections } = oneSeedAnArm(paper, place.preset, sourcesDigest())
  const runs = selections.map(({ arms, seeds }) => `${arms} seed ${seeds}`).join(', ')
  return [`${paper.slug}: ${runs}`, paper, selections] as const
})

describe('quick on strokes gives the golden’s bits', () => {
  it.each(chosen)('%s', (_, paper, selections) => expectAcceptedRuns(paper, selections))
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
      const sealed = changelogFor(id, readFileSync(join(packageRoot, path), 'utf8'))
      for (const { what, text, contradicts } of editsOf(readGolden(packageRoot, id))) {
        expect(sealFault(id, text, sealed), `${path}: nobody notices ${what}`).not.toBeNull()
        if (!contradicts) continue
        const contradictions = await faultsAtRest(id, papers, text, changelogFor(id, text))
        expect(contradictions.length, `${path}: only its seal tells ${what}`).toBeGreaterThan(0)
      }
    },
  )

  it.each(edited)('$paper: the seal alone is no fault of an unedited golden', async (id) => {
    const text = readFileSync(join(packageRoot, goldenPath(id)), 'utf8')
    expectNoFaults(await faultsAtRest(id, papers, text, changelogFor(id, text)))
  })

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

/** A changelog whose one line seals this text: a short one is read quicker than ours. */
const changelogFor = (id: GoldenId, text: string) => {
  const goldens = [{ name: goldenName(id), seal: sealOf(text) }]
  const entry = { date: '2026-11-03', reason: 'for this test', moved: 'nothing', goldens }
  return insertGoldenLine('# Changelog\n', goldenLine(entry))
}

const pendingOf = ({ slug }: { slug: string }) =>
  (['mnist', 'strokes'] as const).flatMap((dataset) =>
    (['quick', 'headline', 'paper'] as const).map((preset) =>
      pendingPath(goldenPath({ paper: slug, dataset, preset })),
    ),
  )
