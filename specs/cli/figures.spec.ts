import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { figures } from '../../src/cli/figures.ts'
import { drawnRuns } from '../../src/figures/pictures/drawn-runs.ts'
import { packageRoot } from '../../src/package-root.ts'
import { readGolden } from '../../src/records/golden.ts'
import { openStore } from '../../src/records/store.ts'
import { recordOf } from '../records/samples.ts'
import { newFolder } from './assay.ts'
import { keepingTerminal } from './terminal.ts'

const quick = { preset: 'quick', data: 'strokes' } as const
const slug = 'highway-networks'

it('draws what the accepted records hold, and says which runs the rest needs', async () => {
  const [out, to] = [newFolder(), newFolder()]
  const kept = keepingTerminal()
  const drawing = figures(packageRoot, [slug], { ...quick, out, to }, kept.terminal)
  await expect(drawing).rejects.toMatchObject({
    exitCode: 3,
    message: `2 pictures of ${slug} not drawn, figures/gates.png first: ${out} holds no highway seed 0, which left transformGates. Run: assay run ${slug} --preset quick --data strokes --out ${out}, then assay figures ${slug} --preset quick --data strokes --out ${out}`,
  })
  expect(readdirSync(join(to, slug, 'figures')).sort()).toEqual(['depth.png', 'learning.png'])
  expect(kept.stdout()).toMatch(/depth\.png {2}\d+ kB\n/)
  expect(
    readFileSync(join(to, slug, 'figures/depth.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})

it('takes nothing from a run that is not the accepted one', () => {
  const out = newFolder()
  const id = { paper: slug, dataset: 'strokes', preset: 'quick' } as const
  const { records } = readGolden(packageRoot, id)
  const { job, digest } = records.find(
    (record) => record.job.arm === 'highway' && record.job.seed === 0,
  )!
  const store = openStore(out)
  store.put(recordOf({ job, artifacts: [] }), [])
  const tensor = () => drawnRuns(packageRoot, id, out).first('highway').tensor('transformGates')
  expect(tensor).toThrow(`highway seed 0 in ${out} is not the accepted run of that name`)
  store.put(recordOf({ job, digest, artifacts: [] }), [])
  expect(tensor).toThrow('is not the accepted run')
})

it('says so where it draws fewer seeds than the preset declares', async () => {
  const [root, out, to] = [newFolder(), newFolder(), newFolder()]
  const { records } = readGolden(packageRoot, { paper: slug, dataset: 'strokes', preset: 'quick' })
  const store = openStore(out)
  for (const record of records)
    if (record.job.seed !== 1 || record.job.arm !== 'plain')
      store.put(recordOf({ ...record, artifacts: [] }), [])
  const drawing = figures(root, [slug], { ...quick, out, to }, keepingTerminal().terminal)
  await expect(drawing).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('from fewer runs than it declares: plain seed 1 not run'),
  })
})

it('says how to make runs when there are none at all', async () => {
  const [root, out] = [newFolder(), newFolder()]
  const drawing = figures(root, [slug], { ...quick, out }, keepingTerminal().terminal)
  await expect(drawing).rejects.toMatchObject({
    exitCode: 3,
    message: `There are no runs of ${slug} --preset quick --data strokes, accepted or in ${out}. Make them with: assay run ${slug} --preset quick --data strokes --out ${out}`,
  })
})
