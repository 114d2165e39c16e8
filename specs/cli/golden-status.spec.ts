import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { goldenDiff } from '../../src/cli/golden-diff.ts'
import { goldenStatus } from '../../src/cli/golden-status.ts'
import { oneSeedAnArm } from '../../src/cli/one-seed.ts'
import { mcdnnImageBench } from '../../src/papers/mcdnn-image-bench/index.ts'
import { goldenOf, goldenPath, writeGolden } from '../../src/records/golden.ts'
import { pendingPath } from '../../src/records/pending.ts'
import { openStore } from '../../src/records/store.ts'
import { assay, newFolder } from './assay.ts'
import { keepingTerminal } from './terminal.ts'

const id = { paper: 'compete-to-compute', dataset: 'strokes', preset: 'quick' } as const
const accepted = { reason: 'for this test', date: '2026-11-23', commit: null }

it('status finds the same bits, then a golden changed by one ulp, and diff explains it', async () => {
  const root = newFolder()
  const out = join(root, 'out')
  const options = { preset: 'quick', data: 'strokes', seeds: [3], workers: 2, out } as const
  const place = ['--preset', 'quick', '--data', 'strokes', '--seeds', '3', '--out', out]
  await assay('run', id.paper, ...place)
  const stored = openStore(out).list()
  const notAsked = stored.map((record) => ({ ...record, job: { ...record.job, seed: 4 } }))
  const golden = goldenOf(id, [...stored, ...notAsked], [], accepted)
  writeGolden(root, golden)

  const same = keepingTerminal()
  expect(await goldenStatus(root, [id.paper], options, same.terminal)).toBe(0)
  expect(same.stdout()).toBe('compete-to-compute (strokes, quick): the same bits in 2 of 4 runs\n')

  const [first, ...others] = golden.records
  expect(first.job).toMatchObject({ arm: 'lwta', seed: 3 })
  const metrics = { ...first.metrics, trainLoss: first.metrics.trainLoss * (1 + 2 ** -52) }
  writeGolden(root, { ...golden, records: [{ ...first, metrics }, ...others] })
  const moved = keepingTerminal()
  expect(await goldenStatus(root, [id.paper], options, moved.terminal)).toBe(1)
  expect(moved.stdout()).toMatch(/lwta seed 3\n {4}metric trainLoss: .* \(1 ulp apart\)/)
  const pending = pendingPath(goldenPath(id))
  expect(readFileSync(join(root, pending), 'utf8')).toContain('not accepted')
  expect(moved.said.at(-1)).toContain(pending)

  const diff = keepingTerminal()
  expect(goldenDiff(root, [], { preset: 'quick' }, diff.terminal)).toBe(1)
  expect(diff.stdout()).toContain('metric trainLoss')
  expect(goldenDiff(root, [], { preset: 'headline' }, diff.terminal)).toBe(0)
})

it('status says which papers have no golden, runs nothing for them, and never passes them', async () => {
  const root = newFolder()
  const options = { preset: 'quick', data: 'strokes', workers: 2, out: join(root, 'out') } as const
  const { terminal } = keepingTerminal()
  await expect(goldenStatus(root, [], options, terminal)).rejects.toMatchObject({ exitCode: 3 })
  expect(existsSync(join(root, 'out'))).toBe(false)
})

it('one seed an arm depends on the hash alone, reaches every seed, and leaves averages out', () => {
  const chosen = (hash: string) => oneSeedAnArm(mcdnnImageBench, 'quick', hash)
  expect(chosen('a')).toEqual(chosen('a'))
  expect(chosen('a').skipped).toEqual(['averaged'])
  const seeds = Array.from({ length: 400 }, (_, i) => chosen(String(i)).selections[0].seeds?.[0])
  expect(new Set(seeds).size).toBe(25)
})
