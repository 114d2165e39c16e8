import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { changedFile } from '../../src/selftest/changed-file.ts'
import { proofOf, proofTable } from '../../src/selftest/proof.ts'
import type { Sabotage } from '../../src/selftest/sabotage.ts'
import { sabotages } from '../../src/selftest/sabotages.ts'

const sabotage: Sabotage = {
  name: 'a broken thing',
  change: { path: 'a.txt', replace: 'one', by: 'two' },
  check: { spec: 'specs/a.spec.ts' },
  says: /thing is broken/,
}
const sound = { green: true, output: 'all is well' }
const caught = (broken: { green: boolean; output: string }, before = sound) =>
  proofOf(sabotage, before, broken)

describe('a sabotage is caught', () => {
  it('when its check turns red and names it', () => {
    const proof = caught({ green: false, output: 'x\nError: the thing is broken\ny' })
    expect(proof).toMatchObject({ caught: true, words: 'the thing is broken' })
    expect(proofTable([proof])).toContain('1 of 1 are caught.')
  })

  it.each([
    ['the check stays green', { green: true, output: 'thing is broken' }, sound],
    ['the check is red for another reason', { green: false, output: 'no such file' }, sound],
    [
      'it is said of the sound project, too',
      { green: false, output: 'thing is broken' },
      { green: true, output: 'thing is broken' },
    ],
  ])('but not when %s', (_, broken, before) => {
    expect(caught(broken, before).caught).toBe(false)
    expect(proofTable([caught(broken, before)])).toContain('| **NO** |')
  })
})

describe('a sabotage that is out of date is refused', () => {
  it.each([
    ['its file is not there', null, /it is not there/],
    ['its text is not there', Buffer.from('zero'), /stands there 0 times/],
    ['its text is there twice', Buffer.from('one one'), /stands there 2 times/],
  ])('when %s', (_, before, says) => {
    expect(() => changedFile(before, sabotage.change)).toThrow(says)
  })
})

describe('the sabotages', () => {
  it('are at least twenty, each with a name of its own, and fit the checkout', () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(20)
    expect(new Set(sabotages.map(({ name }) => name)).size).toBe(sabotages.length)
    for (const { change } of sabotages)
      if (!('write' in change)) changedFile(readFileSync(join(packageRoot, change.path)), change)
  })

  it('are all in the committed table, and all caught', () => {
    const table = readFileSync(join(packageRoot, 'audits/SELFTEST.md'), 'utf8')
    const rows = table.split('\n').filter((line) => /^\| \d+ \|/.test(line))
    expect(rows.map((row) => row.split(' | ')[1])).toEqual(sabotages.map(({ name }) => name))
    for (const row of rows) expect(row).toContain('| yes |')
  })
})
