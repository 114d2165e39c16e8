import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SideFault, startSide } from '../../../bench/compare/side-process.ts'
import { packageRoot } from '../../../src/package-root.ts'

test('a side lists, checks and times the benchmarks of its checkout, and ends when told', async () => {
  const side = startSide(packageRoot)
  const { names, broken } = await side.ask({ ask: 'list' })
  expect(broken).toEqual([])
  const name = names.find((one) => one.startsWith('matmul/128x50x50'))!
  const { operations, subjects } = await side.ask({ ask: 'prepare', name, check: true })
  expect(operations).toBe(2 * 128 * 50 * 50)
  expect(subjects.map(({ departure }) => departure)).toEqual(subjects.map(() => null))
  const { best, calls } = await side.ask({ ask: 'time', subject: 0, milliseconds: 2 })
  expect(best).toBeGreaterThan(0)
  expect(calls).toBeGreaterThan(0)
  const { departures } = await side.ask({ ask: 'check' })
  expect(departures).toEqual(subjects.map(() => null))
  await side.ask({ ask: 'close' })
  await side.end()
})

test('what a side cannot do is its fault in a sentence, and it goes on', async () => {
  const side = startSide(packageRoot)
  const asked = side.ask({ ask: 'prepare', name: 'x/unknown', check: false })
  await expect(asked).rejects.toThrow(new SideFault('there is no x/unknown'))
  await expect(side.ask({ ask: 'time', subject: 0, milliseconds: 1 })).rejects.toThrow(SideFault)
  expect((await side.ask({ ask: 'list' })).names.length).toBeGreaterThan(0)
  await side.end()
})

test('a side that dies says so, instead of hanging', async () => {
  const root = mkdtempSync(join(tmpdir(), 'assay-side-'))
  mkdirSync(join(root, 'dist/bench/compare'), { recursive: true })
  writeFileSync(join(root, 'dist/bench/compare/side.js'), 'process.exit(7)')
  const side = startSide(root)
  await expect(side.ask({ ask: 'list' })).rejects.toThrow(/ended while asked to list: exit code 7/)
  rmSync(root, { recursive: true })
})
