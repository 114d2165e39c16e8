import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsUnder } from '../../src/goldens/at-rest.ts'
import { pendingPath } from '../../src/goldens/pending.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { goldenPath, listGoldens } from '../../src/records/golden.ts'
import { oneSeedAnArm } from '../../src/run/one-seed.ts'
import { expectAcceptedRuns } from './goldens/fresh-runs.ts'
import { expectNoSilentEdit } from './goldens/silent-edits.ts'
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

  // What finds an edit is the same for all: the others have their turn in goldens.slow.spec.ts.
  const edited = { paper: 'compete-to-compute', ...place }

  it(`${goldenPath(edited)} could not be edited by a bit without being found out`, () =>
    expectNoSilentEdit(edited))

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
