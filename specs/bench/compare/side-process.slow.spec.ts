import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { SideFault, startSide } from '../../../bench/compare/side-process.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { exitCodes, UserError } from '../../../src/user-error.ts'

test('a side lists, checks and times the benchmarks of its checkout, and ends when told', async () => {
  const side = startSide(packageRoot, 'in this checkout')
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
  const side = startSide(packageRoot, 'in this checkout')
  const asked = side.ask({ ask: 'prepare', name: 'x/unknown', check: false })
  await expect(asked).rejects.toThrow(new SideFault('in this checkout there is no x/unknown'))
  await expect(side.ask({ ask: 'time', subject: 0, milliseconds: 1 })).rejects.toThrow(SideFault)
  expect((await side.ask({ ask: 'list' })).names.length).toBeGreaterThan(0)
  await side.end()
})

/** A checkout whose side is this program. */
function checkoutWith(program: string, ...benches: readonly (readonly [string, string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'assay-side-'))
  mkdirSync(join(root, 'dist/bench/compare'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'dist/bench/compare/side.js'), program)
  for (const [name, text] of benches) writeFileSync(join(root, 'dist/bench', name), text)
  return root
}

test.each([
  ['process.exit(7)', /asked to list \(exit code 7\)\. Name another pattern/],
  ["throw new TypeError('no such net')", /\(exit code 1, TypeError: no such net\)/],
  ["process.kill(process.pid, 'SIGKILL')", /\(SIGKILL\)/],
])('a side that dies by %s says so in a sentence, instead of hanging', async (program, words) => {
  const root = checkoutWith(program)
  const side = startSide(root, 'at 1a2b3c')
  const refused: UserError = await side.ask({ ask: 'list' }).then(
    () => expect.fail('it answered'),
    (error) => error,
  )
  expect(refused).toBeInstanceOf(UserError)
  expect(refused.exitCode).toBe(exitCodes.couldNotRun)
  expect(refused.message).toMatch(/^The benchmarks at 1a2b3c ended when they were /)
  expect(refused.message).toMatch(words)
  expect(refused.message).not.toContain('\n')
  rmSync(root, { recursive: true })
})

test('a file of benchmarks that does not load is named, and the others run', async () => {
  const built = (name: string) => pathToFileURL(join(packageRoot, 'dist/bench', name)).href
  const root = checkoutWith(
    readFileSync(join(packageRoot, 'dist/bench/compare/side.js'), 'utf8').replace(
      '../rounds.js',
      built('rounds.js'),
    ),
    ['broken.bench.js', "throw new TypeError('no recipe')"],
    ['matmul.bench.js', `export * from '${built('matmul.bench.js')}'`],
  )
  const side = startSide(root, 'at 1a2b3c')
  const { names, broken } = await side.ask({ ask: 'list' })
  expect(names.length).toBeGreaterThan(0)
  expect(broken).toEqual([{ file: 'broken.bench.js', why: 'no recipe' }])
  await expect(side.ask({ ask: 'prepare', name: 'broken/x', check: false })).rejects.toThrow(
    'at 1a2b3c there is no broken/x; broken.bench.js does not load (no recipe)',
  )
  await side.end()
  rmSync(root, { recursive: true })
})
