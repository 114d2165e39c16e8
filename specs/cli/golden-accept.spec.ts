import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenAccept } from '../../src/cli/golden-accept.ts'
import { requireOtherChecks } from '../../src/cli/other-checks.ts'
import { runTwins, type Twins, twinDifference } from '../../src/cli/twin-runs.ts'
import { createChain } from '../../src/records/chain.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { readGolden } from '../../src/records/golden.ts'
import type { RunRecord } from '../../src/records/record.ts'
import { newFolder } from './assay.ts'
import { deformationRecords, place } from './deformation-records.ts'
import { keepingTerminal } from './terminal.ts'

/** The records with another loss at the second step of one run. */
function withOtherStep(all: readonly RunRecord[]): RunRecord[] {
  const chain = createChain()
  for (const loss of [2.3, 1.8999999999999999]) chain.step(loss + 1e-12)
  return all.map((record, i) => (i === 3 ? { ...record, chain: chain.finish() } : record))
}

function acceptance(twins: Twins, env: Record<string, string> = {}) {
  const root = newFolder()
  const kept = keepingTerminal(env)
  const options = { preset: 'quick', data: 'strokes', workers: 2, out: join(root, 'out') } as const
  const accept = (reason = 'first results', otherChecks = async () => {}) =>
    goldenAccept(root, [place.paper], { ...options, reason }, kept.terminal, {
      otherChecks,
      twinRuns: async () => twins,
    })
  const changelog = () => readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  return { ...kept, root, accept, changelog, untouched: () => !existsSync(join(root, 'golden')) }
}

describe('assay golden accept', () => {
  it('writes the golden and its reason, and has nothing to do the second time', async () => {
    const { accept, root, changelog, stdout } = acceptance([
      deformationRecords(),
      deformationRecords(),
    ])
    expect(await accept()).toBe(0)
    const golden = readGolden(root, place)
    expect(golden.records).toHaveLength(10)
    expect(golden.accepted.reason).toBe('first results')
    expect(golden.claims['deformation-helps']).toMatchObject({
      outcome: 'replicates',
      terms: { seeds: '0-4', minimalEffect: 0.002 },
    })
    expect(changelog()).toMatch(
      /^- \d{4}-\d\d-\d\d, mnist-deep-mlp \(strokes, quick\) `sha256:[0-9a-f]{16}`: first results \(first golden\)$/m,
    )
    expect(await accept('again')).toBe(0)
    expect(stdout()).toContain('hold these very results already')
    expect(changelog()).not.toContain('again')
  })

  it('refuses when two processes disagree, and names job and first step', async () => {
    const { accept, untouched } = acceptance([
      deformationRecords(),
      withOtherStep(deformationRecords()),
    ])
    await expect(accept()).rejects.toThrow(
      /^Nothing was accepted: two processes disagree, mnist-deep-mlp undeformed seed 1: the loss differs first at step 1\. Their records are in /,
    )
    expect(untouched()).toBe(true)
  })

  it('refuses an outcome that contradicts its declaration', async () => {
    const { accept, untouched } = acceptance([deformationRecords(-40), deformationRecords(-40)])
    await expect(accept()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/claim deformation-helps came out \S+, but replicates is/),
    })
    expect(untouched()).toBe(true)
  })

  it('refuses under CI, without a reason, and when another check is red', async () => {
    const twins: Twins = [deformationRecords(), deformationRecords()]
    await expect(acceptance(twins, { CI: 'true' }).accept()).rejects.toMatchObject({ exitCode: 3 })
    await expect(acceptance(twins).accept('  ')).rejects.toMatchObject({ exitCode: 64 })
    const { accept, root, untouched, terminal } = acceptance(twins)
    // A checkout whose contracts cannot even be started is red.
    mkdirSync(join(root, 'specs', 'contracts'), { recursive: true })
    const red = () => requireOtherChecks(root, [], terminal)
    await expect(accept('why', red)).rejects.toThrow(
      /Nothing was accepted: specs\/contracts is red/,
    )
    expect(untouched()).toBe(true)
  })
})

describe('twins', () => {
  it('are the same runs in two processes, and agree to the last bit', async () => {
    const folder = newFolder()
    const words = ['mnist-deep-mlp', '--preset', 'quick', '--data', 'strokes', '--seeds', '0']
    const sizes = ['--set', 'trainImages=256', '--set', 'epochs=1', '--set', 'testImages=64']
    const said: string[] = []
    const request = { words: [...words, ...sizes], workers: 2, folder }
    const twins = await runTwins(request, (line) => said.push(line))
    expect(twins.map((records) => records.length)).toEqual([2, 2])
    expect(twinDifference(twins)).toBeNull()
    expect(said).toHaveLength(4)
  })

  it('end together when one fails, with its sentence', async () => {
    const running = runTwins({ words: ['mnist'], workers: 2, folder: newFolder() }, () => {})
    await expect(running).rejects.toThrow(/one of the two fresh processes failed \(assay: There is/)
  })

  it('differ in number, in a digest alone, or in a missing run', () => {
    const all = deformationRecords()
    const moved = all.map((one, i) => (i === 4 ? { ...one, digest: digestBytes('other') } : one))
    const elsewhere = all.map((one, i) =>
      i === 9 ? { ...one, job: { ...one.job, seed: 7 } } : one,
    )
    expect(twinDifference([all, all])).toBeNull()
    expect(twinDifference([all, all.slice(1)])).toBe('one process left 10 records, the other 9')
    expect(twinDifference([all, elsewhere])).toContain('undeformed seed 4 is missing')
    expect(twinDifference([all, moved])).toContain('the digest parameters differs, though every')
    expect(twinDifference([[], []])).not.toBeNull()
  })
})
