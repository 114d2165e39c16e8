import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
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

withMnist('an honest stub that reads MNIST', () => {
  it.each([
    ['alone', []],
    ['with a baseline', withBaseline],
  ] as const)('%s: nothing is found', async (_, declares) => {
    const { found, states } = await findingsWith({ edits: [], declares, most: 99 }, mnist)
    expect(found).toEqual([])
    expect(Object.values(states).filter((state) => state !== 'passes')).toEqual(
      declares.length > 0 ? [] : ['no claim compares two arms'],
    )
  })
})

withMnist('planted alone', () => {
  it.each(faults)('$says: $caughtBy', async (fault) => {
    const { found } = await findingsWith(fault, mnist)
    const { caughtBy, finds = /./ } = fault
    if (caughtBy === null) expect(found).toEqual([])
    else expect(found.filter((one) => one.startsWith(caughtBy)).join('\n')).toMatch(finds)
  })
})
