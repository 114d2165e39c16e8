import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sourcesDigest } from '../../contracts/goldens/sources-digest.ts'
import { faults, withBaseline } from './mnist-faults.ts'
import { findingsWith } from './planted.ts'

const data = process.env.ASSAY_DATA ?? ''
const home = mkdtempSync(join(tmpdir(), 'assay-home-'))
mkdirSync(join(home, '.cache'))
if (data) symlinkSync(data, join(home, '.cache', 'hinton-mnist'))
afterAll(() => rmSync(home, { recursive: true }))

const mnist = { stub: 'numpy-stub', program: 'train.py', home }
const canRun = existsSync(join(data, 't10k-labels-idx1-ubyte.gz')) && hasNumpy()

function hasNumpy(): boolean {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** MNIST in ASSAY_DATA, and numpy: without them there is nothing to run. */
const withMnist = describe.runIf(canRun)

type Told = readonly [says: string, planted: Parameters<typeof findingsWith>[0], finds: Finds]

/** What must be found; null for nothing at all. */
type Finds = { readonly clause: string; readonly what: RegExp } | null

const all: readonly Told[] = [
  ['an honest stub: nothing is found', { edits: [], most: 99 }, null],
  [
    'an honest stub with a baseline: nothing is found',
    { edits: [], declares: withBaseline, most: 99 },
    null,
  ],
  ...faults.map((fault): Told => {
    const { says, caughtBy, finds = /./ } = fault
    const wanted = caughtBy === null ? null : { clause: caughtBy, what: finds }
    return [`${says}: ${caughtBy}`, fault, wanted]
  }),
]

/** Each takes a minute or more, so they take turns by the digest of the sources; or all, when asked. */
const turns = 11
const turn = Number.parseInt(sourcesDigest().slice(0, 8), 16) % turns
const now = process.env.EVERY_PLANTED_FAULT ? all : all.filter((_, i) => i % turns === turn)

withMnist('in a stub that reads MNIST', () => {
  it.each(now)('%s', async (_, planted, finds) => {
    const { found } = await findingsWith(planted, mnist)
    if (finds === null) expect(found).toEqual([])
    else expect(found.filter((one) => one.startsWith(finds.clause)).join('\n')).toMatch(finds.what)
  })
})
