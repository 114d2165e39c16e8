import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { goldenDiff } from '../../src/cli/golden-diff.ts'
import { goldenStatus } from '../../src/cli/golden-status.ts'
import { keepPending, pendingPath } from '../../src/goldens/pending.ts'
import { decodeGolden, goldenOf, goldenPath } from '../../src/records/golden.ts'
import { judged, putGolden, recordOf, terms } from '../records/samples.ts'
import { newFolder } from './assay.ts'
import { keepingTerminal } from './terminal.ts'

const id = { paper: 'compete-to-compute', dataset: 'strokes', preset: 'quick' } as const
const accepted = { reason: 'for this test', date: '2026-11-23', commit: null }

it('status finds what moved, diff explains it, and the new golden holds', async () => {
  const root = newFolder()
  const out = join(root, 'out')
  const options = { preset: 'quick', data: 'strokes', seeds: [3], workers: 2, out } as const
  const jobs = ['lwta', 'relu'].flatMap((arm) => [3, 4].map((seed) => ({ ...id, arm, seed })))
  const written = jobs.map((job) => recordOf({ job: { ...job, overrides: {} } }))
  const golden = goldenOf(id, written, [], accepted)
  putGolden(root, golden)

  const moved = keepingTerminal()
  expect(await goldenStatus(root, [id.paper], options, moved.terminal)).toBe(1)
  expect(moved.stdout()).toMatch(/^compete-to-compute \(strokes, quick\): differs .*2 runs moved/)
  expect(moved.stdout()).toContain('first differs at step 1')
  const path = pendingPath(goldenPath(id))
  expect(moved.said.at(-1)).toContain(`${path}. If it is right: assay golden accept compete-to`)

  const diff = keepingTerminal()
  expect(goldenDiff(root, [], { preset: 'quick' }, diff.terminal)).toBe(1)
  expect(diff.stdout()).toContain('first differs at step 1')
  expect(goldenDiff(root, [], { preset: 'headline' }, diff.terminal)).toBe(0)

  const pending = decodeGolden(readFileSync(join(root, path), 'utf8'), path)
  const notAsked = golden.records.filter(({ job }) => job.seed === 4)
  putGolden(root, { ...pending, records: [...pending.records, ...notAsked] })
  const same = keepingTerminal()
  expect(await goldenStatus(root, [id.paper], options, same.terminal)).toBe(0)
  expect(same.stdout()).toBe('compete-to-compute (strokes, quick): the same bits in 2 of 4 runs\n')
})

it('diff tells the terms that a claim is judged on now, when only they differ', () => {
  const root = newFolder()
  const golden = goldenOf(
    id,
    [recordOf({ job: { ...id, arm: 'lwta', seed: 0, overrides: {} } })],
    judged,
    accepted,
  )
  putGolden(root, golden)
  const [{ outcome }] = judged
  const now = { outcome, terms: { ...terms, seeds: '0-9' } }
  keepPending(root, { ...golden, claims: { ...golden.claims, 'deformation-helps': now } }, {})
  const { terminal, stdout } = keepingTerminal()
  expect(goldenDiff(root, [], { preset: 'quick' }, terminal)).toBe(1)
  expect(stdout()).toBe(
    'compete-to-compute (strokes, quick): differs from its golden: 1 term changed\n  claim deformation-helps has other terms: seeds: golden 0-2, now 0-9\n',
  )
})

it('status says which papers have no golden, runs nothing for them, and never passes them', async () => {
  const root = newFolder()
  const options = { preset: 'quick', data: 'strokes', workers: 2, out: join(root, 'out') } as const
  const { terminal } = keepingTerminal()
  await expect(goldenStatus(root, [], options, terminal)).rejects.toMatchObject({ exitCode: 3 })
  expect(existsSync(join(root, 'out'))).toBe(false)
})
