import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/audit/evidence.ts'
import { rule } from '../../../src/audit/rules/readme-numbers.ts'
import { found, plain, table, withResults } from './results.ts'
import { stepsOf } from './steps.ts'

/** The plain stub with another record. */
const withRecord = (record: unknown): Evidence => ({
  ...plain,
  files: [
    ...plain.files.filter(({ path }) => path !== 'results.json'),
    { path: 'run.json', kind: 'file', bytes: 1, text: JSON.stringify(record) },
  ],
})

const layouts = {
  'arms as keys, values as lists': {
    net: { accuracy: [0.9, 0.92, 0.94] },
    line: { accuracy: [0.5, 0.52, 0.54] },
  },
  'arms as keys, seeds as keys': {
    results: {
      net: { 0: { accuracy: 0.9 }, 1: { accuracy: 0.92 }, 2: { accuracy: 0.94 } },
      line: { seed_0: { accuracy: 0.5 }, seed_1: { accuracy: 0.52 }, seed_2: { accuracy: 0.54 } },
    },
  },
  'summaries in per cent': {
    models: [
      { model: 'net', accuracy: { median: 92, mean: 92, std: 2, min: 90, max: 94 } },
      { model: 'line', accuracy: { median: 52, mean: 52, std: 2, min: 50, max: 54 } },
    ],
  },
  'rows with settings': {
    config: { lr: 0.1, epochs: 40 },
    runs: [0.9, 0.92, 0.94].flatMap((accuracy, seed) => [
      { method: 'net', seed, accuracy, seconds: 1.5 },
      { method: 'line', seed, accuracy: accuracy - 0.4, seconds: 0.5 },
    ]),
  },
}

describe.each(Object.entries(layouts))('a record with %s', (_, layout) => {
  const evidence = withRecord(layout)

  it('holds what is right', () => {
    const text = `${table('Model | Accuracy', '-|-', 'net | 92.0 %', 'line | 52.0 %')}\n\nSettings: lr 0.1, 40 epochs. net lies between 0.90 and 0.94, ± 2.0 %.`
    expect(found(evidence, text)).toEqual([])
  })

  it('and shows what is wrong', () => {
    const text = table('Model | Accuracy', '-|-', 'net | 52.0 %', 'line | 53.0 %')
    expect(found(evidence, text)).toEqual([
      expect.stringMatching(/^7: 52\.0 % is held by no record of net.* it is line/),
      expect.stringMatching(/^8: 53\.0 % is held by no record of line/),
    ])
  })
})

describe('a record that is none', () => {
  it.each(['[', '{}', '{"seed": 3}', '"0.5"'])('leaves it unproven: %s', (text) => {
    const files = [{ path: 'run.json', kind: 'file' as const, bytes: 1, text }]
    const evidence = withResults({ ...plain, files }, 'The net reads 0.966.')
    expect(rule.check(evidence)).toMatchObject({ findings: [], unproven: /./ })
  })

  it('whose keys are those of every object is read as any other', () => {
    const text = '{"__proto__": {"accuracy": 0.9}, "constructor": {"toString": 0.8}}'
    const files = [{ path: 'run.json', kind: 'file' as const, bytes: 1, text }]
    const evidence = withResults({ ...plain, files }, 'The accuracy of constructor is 0.7.')
    expect(rule.check(evidence).findings).toHaveLength(1)
  })
})

describe('a README that is made to take long', () => {
  it.each<[string, number, (n: number) => string]>([
    ['numbers in one paragraph', 150, (n) => 'net 0.5 and line 0.6 and '.repeat(n)],
    [
      'numbers in one row',
      100,
      (n) => `| a |${' 0.5 |'.repeat(n)}\n|${'-|'.repeat(n + 1)}\n| net |${' 0.5 |'.repeat(n)}`,
    ],
    ['rows', 100, (n) => table('Model | Ours', '-|-', ...Array(n).fill('net | 0.5'))],
    ['html cells', 100, (n) => `<table><tr>${'<td>0.5'.repeat(n)}`],
    ['brackets', 2000, (n) => '('.repeat(n)],
    ['digits', 2000, (n) => '1'.repeat(n)],
    ['points', 2000, (n) => '0.5.'.repeat(n)],
    ['open tags', 2000, (n) => '<td '.repeat(n)],
    ['words', 1000, (n) => `${'net_'.repeat(n)} = 0.5`],
    ['commas', 1000, (n) => `net ${'0,'.repeat(n)} 0.5`],
  ])('%s: twice as much takes twice the steps, and not four times', async (_, n, text) => {
    const [one, two] = [n, 2 * n].map((size) => withResults(plain, text(size)))
    rule.check(one)
    const once = await stepsOf(() => rule.check(one))
    const twice = await stepsOf(() => rule.check(two))
    if (once === null || twice === null) return
    expect(once).toBeGreaterThan(0)
    expect(twice / once).toBeLessThan(2.5)
  })

  /** What takes a moment, and minutes where it takes the square of its length. */
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['digits', '1'.repeat(100_000)],
    ['points', '0.5.'.repeat(100_000)],
    ['open tags', '<td '.repeat(100_000)],
    ['spaces', `net${' '.repeat(100_000)}0.5`],
    ['words', `${'net_'.repeat(10_000)} = 0.5`],
    ['commas', `net ${'0,'.repeat(50_000)} 0.5`],
  ])('%s without end are read to their end', (_, text) => {
    expect(rule.check(withResults(plain, text)).lookedFor).not.toBe('')
  })
})
