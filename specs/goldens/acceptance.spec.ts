import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startAssay } from '../../src/cli/own-process.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { acceptRuns } from '../../src/goldens/acceptance.ts'
import { requireOtherChecks } from '../../src/goldens/other-checks.ts'
import { sealFault } from '../../src/goldens/seal.ts'
import { runTwins, type Twins, twinDifference } from '../../src/goldens/twin-runs.ts'
import { mnistDeepMlp } from '../../src/papers/mnist-deep-mlp/index.ts'
import { createChain } from '../../src/records/chain.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { goldenPath, readGolden } from '../../src/records/golden.ts'
import type { RunRecord } from '../../src/records/record.ts'
import { newFolder } from '../cli/assay.ts'
import { deformationRecords, place } from '../goldens/deformation-records.ts'

/** The records with another loss at the second step of one run. */
function withOtherStep(all: readonly RunRecord[]): RunRecord[] {
  const chain = createChain()
  for (const loss of [2.3, 1.8999999999999999]) chain.step(loss + 1e-12)
  return all.map((record, i) => (i === 3 ? { ...record, chain: chain.finish() } : record))
}

function acceptance(twins: Twins, env: Record<string, string> = {}) {
  const root = newFolder()
  const accept = (reason = 'first results', otherChecks = async () => {}) =>
    acceptRuns(
      root,
      {
        papers: [mnistDeepMlp],
        preset: 'quick',
        data: 'strokes',
        openData: () => drawStrokes(),
        workers: 2,
        out: join(root, 'out'),
        reason,
        env,
      },
      { otherChecks, twinRuns: async () => twins, said: () => {} },
    )
  const changelog = () => readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  return { root, accept, changelog, untouched: () => !existsSync(join(root, 'golden')) }
}

describe('acceptance of fresh runs', () => {
  it('writes the golden and its reason, and has nothing to do the second time', async () => {
    const { accept, root, changelog } = acceptance([deformationRecords(), deformationRecords()])
    expect(await accept()).toMatchObject([{ moved: 'first golden' }])
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
    expect(await accept('again')).toEqual([])
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

  it('refuses a runner that ignores its seed, in an arm that no claim is about too', async () => {
    const [first, ...rest] = deformationRecords()
    const same = rest.map((one) =>
      one.job.arm === first.job.arm && one.job.seed === 1 ? { ...one, digest: first.digest } : one,
    )
    for (const arm of [first.job.arm, 'another-arm']) {
      const records = [first, ...same].map((one) =>
        one.job.arm === first.job.arm ? { ...one, job: { ...one.job, arm } } : one,
      )
      const { accept, untouched } = acceptance([records, records])
      await expect(accept()).rejects.toMatchObject({
        exitCode: 1,
        message: `Nothing was accepted: mnist-deep-mlp: seeds 0 and 1 of ${arm} left the same parameters; a run that ignores its seed is one run`,
      })
      expect(untouched()).toBe(true)
    }
  })

  it('mends a golden that was edited by hand, whatever the edit, and seals it', async () => {
    const { accept, root, changelog } = acceptance([deformationRecords(), deformationRecords()])
    expect(await accept()).toHaveLength(1)
    const file = join(root, goldenPath(place))
    const sealed = readFileSync(file, 'utf8')
    const edits = [
      sealed.replace('first results', 'other results'),
      JSON.stringify(JSON.parse(sealed)),
      sealed.replace('assay/golden@2', 'assay/golden@1'),
      sealed.slice(0, 100),
    ]
    for (const [i, edited] of edits.entries()) {
      writeFileSync(file, edited)
      expect(await accept(`mended ${i}`)).toHaveLength(1)
      expect(sealFault(place, readFileSync(file, 'utf8'), changelog())).toBeNull()
      expect(changelog()).toContain(`mended ${i}`)
    }
  })

  it('leaves a golden of a newer assay alone, before it runs anything', async () => {
    const twins: Twins = [deformationRecords(), deformationRecords()]
    const { accept, root } = acceptance(twins)
    expect(await accept()).toHaveLength(1)
    const file = join(root, goldenPath(place))
    const newer = readFileSync(file, 'utf8').replace('assay/golden@2', 'assay/golden@3')
    writeFileSync(file, newer)
    const neverRun = () => Promise.reject(new Error('other checks were begun'))
    await expect(accept('again', neverRun)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('was written by a newer assay (golden@3)'),
    })
    expect(readFileSync(file, 'utf8')).toBe(newer)
  })

  it('refuses under CI, without a reason, and when another check is red', async () => {
    const twins: Twins = [deformationRecords(), deformationRecords()]
    await expect(acceptance(twins, { CI: 'true' }).accept()).rejects.toMatchObject({ exitCode: 3 })
    await expect(acceptance(twins).accept('  ')).rejects.toMatchObject({ exitCode: 64 })
    const { accept, root, untouched } = acceptance(twins)
    // A checkout whose contracts cannot even be started is red.
    mkdirSync(join(root, 'specs', 'contracts'), { recursive: true })
    const host = { wrongGradient: async () => null, said: () => {} }
    const red = () => requireOtherChecks(root, [], host)
    await expect(accept('why', red)).rejects.toThrow(
      /Nothing was accepted: specs\/contracts is red/,
    )
    expect(untouched()).toBe(true)
    const wrong = { wrongGradient: async () => '1.dense.weight', said: () => {} }
    const gradient = () => requireOtherChecks(newFolder(), [mnistDeepMlp], wrong)
    await expect(accept('why', gradient)).rejects.toThrow(
      /Nothing was accepted: the gradient of 1\.dense\.weight in mnist-deep-mlp is wrong/,
    )
  })
})

describe('twins', () => {
  it('are the same runs in two processes, and agree to the last bit', async () => {
    const folder = newFolder()
    const words = ['mnist-deep-mlp', '--preset', 'quick', '--data', 'strokes', '--seeds', '0']
    const sizes = [
      '--set',
      'trainImages=256',
      '--set',
      'epochs=1',
      '--set',
      'testImages=64',
      '--set',
      'hiddenWidths=8',
    ]
    const said: string[] = []
    const request = { words: [...words, ...sizes], workers: 2, folder }
    const twins = await runTwins(request, {
      start: startAssay,
      signal: new AbortController().signal,
      said: (line) => said.push(line),
    })
    expect(twins.map((records) => records.length)).toEqual([2, 2])
    expect(twinDifference(twins)).toBeNull()
    expect(said).toHaveLength(4)
  })

  it('end together when one fails, with its sentence', async () => {
    const running = runTwins(
      { words: ['mnist'], workers: 2, folder: newFolder() },
      { start: startAssay, signal: new AbortController().signal, said: () => {} },
    )
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
