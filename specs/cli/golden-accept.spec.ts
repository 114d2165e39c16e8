import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { goldenAccept } from '../../src/cli/golden-accept.ts'
import type { ProcessEnd, StartAssay } from '../../src/goldens/twin-runs.ts'
import type { GradientCase } from '../../src/nn/gradient-check.ts'
import { mnistDeepMlp } from '../../src/papers/mnist-deep-mlp/index.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { readGolden } from '../../src/records/golden.ts'
import type { RunRecord } from '../../src/records/record.ts'
import { openStore } from '../../src/records/store.ts'
import { deformationRecords, place } from '../goldens/deformation-records.ts'
import { newFolder } from './assay.ts'
import { keepingTerminal } from './terminal.ts'

type Twin = (out: string, signal: AbortSignal) => Promise<ProcessEnd> | ProcessEnd

const wordAfter = (words: readonly string[], option: string) => words[words.indexOf(option) + 1]

/** A process that leaves these records in its store. */
const leaving =
  (records: readonly RunRecord[]): Twin =>
  (out) => {
    const store = openStore(out)
    for (const record of records) store.put(record, [])
    return { code: 0, lastLine: '' }
  }

/** Accepts what two processes leave, one of them after the other way: nothing is trained. */
function acceptance(first: Twin, second: Twin) {
  const root = newFolder()
  const out = join(root, 'out')
  const started: string[][] = []
  const start: StartAssay = async (words, signal) => {
    started.push([...words])
    const folder = wordAfter(words, '--out')
    return (folder.endsWith('first') ? first : second)(folder, signal)
  }
  const options = { preset: 'quick', data: 'strokes', workers: 2, out, reason: 'a reason' } as const
  const accept = async () => {
    const { terminal, stdout, said } = keepingTerminal()
    const code = await goldenAccept(root, [place.paper], options, terminal, start)
    return { code, stdout: stdout(), said }
  }
  return {
    root,
    accept,
    started,
    untouched: () => !existsSync(join(root, 'golden')),
    kept: () => readdirSync(out).filter((name) => name.startsWith('accept-')),
    owned: () => readdirSync(out).filter((name) => existsSync(join(out, name, 'owner.json'))),
  }
}

/** The case with a net whose last layer forgets the half of each gradient. */
const halved = ({ layers, ...rest }: GradientCase): GradientCase => ({
  ...rest,
  layers: layers.map((layer, i) =>
    i < layers.length - 1
      ? layer
      : {
          ...layer,
          backward(b, pass) {
            layer.backward(b, pass)
            for (const g of pass.gradients) b.scale(g, 0.5, g.length)
          },
        },
  ),
})

describe('assay golden accept', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('checks the paper, runs it in two processes, and says what it accepted', async () => {
    const same = leaving(deformationRecords())
    const { accept, root, started, kept } = acceptance(same, same)
    const first = await accept()
    expect(first).toMatchObject({
      code: 0,
      stdout: 'Accepted mnist-deep-mlp (strokes, quick): first golden\n',
    })
    expect(first.said).toContain('Checking mnist-deep-mlp: declarations, gradients.')
    expect(started.map((words) => words.slice(0, 8))).toEqual(
      Array(2).fill('run mnist-deep-mlp --preset quick --data strokes --workers 1'.split(' ')),
    )
    expect(readGolden(root, place).accepted.reason).toBe('a reason')
    expect(kept()).toEqual([])
    expect(await accept()).toMatchObject({
      code: 0,
      stdout: 'The goldens hold these very results already.\n',
    })
  })

  it('refuses what the second process alone found to be otherwise, and keeps both records', async () => {
    const [one, ...others] = deformationRecords()
    const { accept, untouched, kept, owned } = acceptance(
      leaving([one, ...others]),
      leaving([{ ...one, digest: digestBytes('other') }, ...others]),
    )
    await expect(accept()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('two processes disagree, mnist-deep-mlp deformed seed 0'),
    })
    expect(untouched()).toBe(true)
    expect(kept(), 'the folder of the records').toHaveLength(1)
    expect(owned(), 'folders that the next acceptance would sweep away').toEqual([])
  })

  it('stops the other process when one fails', async () => {
    let stopped = false
    const { accept, untouched } = acceptance(
      () => ({ code: 3, lastLine: 'assay: No room is left' }),
      async (_, signal) => {
        // All that follows from the failure has happened when the timers' turn comes.
        await new Promise((next) => setImmediate(next))
        stopped = signal.aborted
        return { code: 143, lastLine: '' }
      },
    )
    await expect(accept()).rejects.toThrow(/fresh processes failed \(assay: No room is left\)$/)
    expect(stopped, 'the other process was told to stop').toBe(true)
    expect(untouched()).toBe(true)
  })

  it('starts no process for a paper with a wrong gradient', async () => {
    const code = await mnistDeepMlp.load()
    const gradientCases = code.gradientCases.map(halved)
    vi.spyOn(mnistDeepMlp, 'load').mockResolvedValue({ ...code, gradientCases })
    const same = leaving(deformationRecords())
    const { accept, started, untouched } = acceptance(same, same)
    await expect(accept()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/the gradient of \S+ in mnist-deep-mlp is wrong/),
    })
    expect(started).toEqual([])
    expect(untouched()).toBe(true)
  })
})
