import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordableCheckout } from '../../../bench/record/checkout.ts'
import {
  appendHistory,
  historyFile,
  machineClasses,
  readHistory,
} from '../../../bench/record/history-file.ts'
import { historyJsonSchema, historySchemaPath } from '../../../bench/record/history-line.ts'
import { lineOf } from '../../../bench/record/line-of.ts'
import { machineClass } from '../../../bench/record/machine-class.ts'
import { recordLine } from '../../../bench/record/record.ts'
import { resultOf } from '../../../bench/result.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { exitCodes } from '../../../src/user-error.ts'
import { refusalOf } from '../refusal.ts'
import { exampleLine, exampleResult } from './example-lines.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-history-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const line = (i: number) => exampleLine(i, [exampleResult('x/y', 1)])

describe('a history', () => {
  test('grows by a line a run, oldest first, and leaves no other file', () => {
    const file = historyFile('a-chip', join(folder, 'history'))
    expect(readHistory(file)).toEqual([])
    for (const i of [1, 2, 3]) appendHistory(file, line(i))
    expect(readHistory(file)).toEqual([1, 2, 3].map(line))
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4)
    expect(readdirSync(join(folder, 'history'))).toEqual(['a-chip.jsonl'])
    expect(machineClasses(join(folder, 'history'))).toEqual(['a-chip'])
  })

  test.each([
    [
      'cut short',
      (text: string) => text.slice(0, -20),
      /^.*:2 .*cut short or not JSON\. Restore the file/,
    ],
    ['not a line of it', () => '{"schema":"other"}', /^.*:2 .*schema: /],
    [
      'without results',
      (text: string) => text.replace(/"results":\[.*\]/, '"results":[]'),
      /results/,
    ],
    ['empty', () => '', /^.*:2 .*cut short/],
  ])(
    'that is broken in a line (%s) is refused with its number, and stays as it is',
    (_, spoil, words) => {
      const file = historyFile('a-chip', folder)
      const lines = [1, 2, 3].map((i) => JSON.stringify(line(i)))
      lines[1] = spoil(lines[1])
      writeFileSync(file, `${lines.join('\n')}\n`)
      const before = readFileSync(file, 'utf8')
      const refusal = refusalOf(() => appendHistory(file, line(4)))
      expect(refusal.message).toMatch(words)
      expect(refusal.message).not.toContain('\n')
      expect(refusal.exitCode).toBe(exitCodes.couldNotRun)
      expect(readFileSync(file, 'utf8')).toBe(before)
    },
  )

  test('is drawn with each line that is recorded, and a line that cannot be drawn is not', () => {
    const fast = exampleLine(1, [exampleResult('x/y', 1, { gigaflops: 2782.6 })])
    const name = machineClass(fast.machine)
    expect(recordLine(fast, folder)[0]).toMatch(/^recorded as line 1 of /)
    expect(readdirSync(folder).sort()).toEqual([`${name}.jsonl`, `${name}.svg`])
    const undrawable = exampleLine(2, [exampleResult('x/y', 1)], { results: null as never })
    expect(() => recordLine(undrawable, folder)).toThrow(TypeError)
    expect(readHistory(historyFile(name, folder))).toEqual([fast])
  })

  test('keeps medians, spread, peers, digests, and the peak that the shares are of', () => {
    const rounds = [2, 2, 4].map((median) => ({ median, best: 1, calls: 5 }))
    const peak = {
      operations: 1e9,
      rounds: [10, 10, 20].map((median) => ({ median, best: 1, calls: 1 })),
    }
    const key = { name: 'x/y', backend: 'wasm', threads: 1, kernels: 'a'.repeat(64) } as const
    const result = resultOf(key, { operations: 1e8 }, rounds, [{ name: 'peer', rounds }], peak)
    const machine = { cpu: 'A chip', cores: 2, arch: 'x64', platform: 'linux', node: '20.1.0' }
    const made = lineOf(
      { commit: 'b'.repeat(40), dirty: false },
      new Date(0),
      { ...machine, commit: null },
      0.5,
      { rounds: 3, time: 1, warmupTime: 1, wholeRuns: 1 },
      [result],
    )
    const file = historyFile('a-chip', folder)
    appendHistory(file, made)
    expect(readHistory(file)).toEqual([made])
    expect(made.calibration.wasm).toBeCloseTo(100, 9)
    expect(made.kernels).toEqual({ wasm: 'a'.repeat(64) })
    expect(made.results[0].peers[0].ratio.median).toBe(1)
    expect(made.machine).toEqual(machine)
  })

  test('has its JSON Schema beside it; else run: npm run schemas', () => {
    const committed = readFileSync(join(packageRoot, historySchemaPath), 'utf8')
    expect(committed === historyJsonSchema(), `${historySchemaPath} is stale`).toBe(true)
  })
})

test('machines of one processor, core count and instruction set are one class', () => {
  const classOf = (cpu: string, cores = 2) => machineClass({ cpu, cores, arch: 'x64' })
  expect(classOf('Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz')).toBe(
    'intel-xeon-e5-2680-v4-2-cores-x64',
  )
  expect(classOf('AMD EPYC 9B14 96-Core Processor', 1)).toBe('amd-epyc-9b14-1-core-x64')
  expect(classOf('Apple M2')).not.toBe(classOf('Apple M2', 8))
})

describe('a run is recorded under a commit', () => {
  const git = (...words: string[]) => {
    const env = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
    execFileSync('git', [...who, ...words], { cwd: folder, env: Object.fromEntries(env) })
  }
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  beforeEach(() => {
    git('init', '-q')
    write('src/kernel.ts', 'one')
    write('README.md', 'words')
    git('add', '.')
    git('commit', '-qm', 'one')
  })

  test('that has what was measured, whatever else changed', () => {
    write('README.md', 'other words')
    write('bench/history/a-chip.jsonl', '{}')
    write('bench/README.md', 'tables')
    const { commit, dirty } = recordableCheckout(folder, false)
    expect(commit).toMatch(/^[0-9a-f]{40}$/)
    expect(dirty).toBe(false)
  })

  test.each([
    ['changed', 'src/kernel.ts'],
    ['new', 'bench/new.bench.ts'],
  ])('and refused where a measured file is %s, unless the line may say so', (_, path) => {
    write(path, 'two')
    const refusal = refusalOf(() => recordableCheckout(folder, false))
    expect(refusal.message).toContain('commit first, or use --allow-dirty')
    expect(refusal.exitCode).toBe(exitCodes.failed)
    expect(recordableCheckout(folder, true).dirty).toBe(true)
  })

  test('and refused where there is none', () => {
    rmSync(join(folder, '.git'), { recursive: true })
    expect(refusalOf(() => recordableCheckout(folder, true)).exitCode).toBe(exitCodes.couldNotRun)
  })
})
