import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepPending } from '../../src/goldens/pending.ts'
import {
  findGolden,
  goldenOf,
  goldenPath,
  listGoldens,
  readGolden,
} from '../../src/records/golden.ts'
import {
  accepted,
  golden,
  id,
  job,
  judged,
  putGolden,
  recordOf,
  records,
  temporaryFolder,
  terms,
  thrownBy,
} from './samples.ts'

describe('a golden', () => {
  it('has its records in order of arm and seed, without where they ran and without snapshots', () => {
    const shuffled = [10, 2].flatMap((seed) =>
      ['plain', 'deformed'].map((arm) =>
        recordOf({ job: { ...job, arm, seed }, snapshots: recordOf().artifacts }),
      ),
    )
    const made = goldenOf(id, shuffled, judged, accepted)
    expect(made.records.map((record) => [record.job.arm, record.job.seed])).toEqual([
      ['deformed', 2],
      ['deformed', 10],
      ['plain', 2],
      ['plain', 10],
    ])
    for (const field of ['provenance', 'snapshots'])
      expect(made.records.some((record) => field in record)).toBe(false)
    expect(made.claims).toEqual({
      'deformation-helps': { outcome: 'replicates', terms },
      'error-is-low': { outcome: 'inconclusive', terms: null },
    })
  })

  it('takes only runs of its own preset, and each once', () => {
    const changed = recordOf({ job: { ...job, overrides: { momentum: 0 } } })
    const elsewhere = recordOf({ job: { ...job, dataset: 'mnist' } })
    for (const record of [changed, elsewhere]) {
      const error = thrownBy(() => goldenOf(id, [record], judged, accepted))
      expect(error.name).toBe('UserError')
      expect(error.message).toContain('tiny-paper (strokes, quick) cannot take deformed seed 0')
    }
    expect(() => goldenOf(id, [records[0], records[0]], judged, accepted)).toThrow('Two records')
  })

  it('is written under its paper and found again', () => {
    const root = temporaryFolder()
    expect(findGolden(root, id)).toBeNull()
    putGolden(root, golden)
    expect(existsSync(join(root, 'golden/tiny-paper/strokes-quick.json'))).toBe(true)
    expect(readGolden(root, id)).toStrictEqual(golden)
    keepPending(root, golden, {})
    mkdirSync(join(root, 'golden/schemas'))
    writeFileSync(join(root, 'golden/schemas/golden.schema.json'), '{}')
    expect(listGoldens(root)).toEqual([id])
    expect(listGoldens(join(root, 'absent'))).toEqual([])
  })

  it('that is missing says how to get one', () => {
    const root = temporaryFolder()
    const mnist = { paper: 'compete-to-compute', dataset: 'mnist', preset: 'headline' } as const
    const error = thrownBy(() => readGolden(root, mnist))
    expect(error.message).toBe(
      'No golden for compete-to-compute (mnist, headline). To make this one, run: assay run compete-to-compute, then assay golden accept compete-to-compute --reason "…"',
    )
    expect(error.exitCode).toBe(3)
    expect(thrownBy(() => readGolden(root, id)).message).toContain(
      'run: assay run tiny-paper --preset quick --data strokes, then',
    )
    putGolden(root, golden)
    expect(thrownBy(() => readGolden(root, { ...id, preset: 'headline' })).message).toContain(
      'There is one for --data strokes --preset quick. To make this one, run:',
    )
  })
})

describe('a result that differs from its golden', () => {
  it('waits beside it in a pending file', () => {
    const root = temporaryFolder()
    const says = keepPending(root, golden, { CI: 'false' })
    const file = 'golden/tiny-paper/strokes-quick.pending.json'
    expect(says).toContain(file)
    expect(says).toContain('assay golden accept tiny-paper')
    const accepted = join(root, goldenPath(id))
    putGolden(root, golden)
    expect(readFileSync(join(root, file), 'utf8')).toBe(readFileSync(accepted, 'utf8'))
  })

  it('is only told about under CI', () => {
    const root = temporaryFolder()
    const says = keepPending(root, golden, { CI: 'true' })
    expect(says).toContain('CI writes no pending file')
    expect(readdirSync(root)).toEqual([])
  })
})
