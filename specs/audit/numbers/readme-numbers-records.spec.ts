import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/audit/evidence.ts'
import { rule } from '../../../src/audit/rules/shared/readme-numbers.ts'
import { found, open, plain, table, withResults } from './results.ts'

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

describe('an arm that is named by more than its key', () => {
  const history = (acc: number) => ({ history: { test_acc: [0.1, acc] } })
  const evidence = withRecord({
    runs: [
      { depth: 10, wide: history(0.951), narrow: history(0.942) },
      { depth: 30, wide: history(0.926), narrow: history(0.611) },
    ],
  })
  const acc = (label: string, value: number) =>
    found(evidence, table('Model | Final test acc', '-|-', `${label} | ${value}`))

  it('is found by the settings beside it', () => {
    expect(acc('wide, depth 30', 0.926)).toEqual([])
    expect(acc('narrow, depth 10', 0.942)).toEqual([])
    expect(acc('wide, depth 30', 0.951)).toEqual([
      expect.stringMatching(
        /^7: 0\.951 is held by no record of wide depth 30.* it is wide depth 10/,
      ),
    ])
  })
})

describe('arms that stand in the names of metrics', () => {
  const evidence = withRecord({
    plain: { loss: [0.9, 0.7] },
    messages: { loss: [0.8, 0.4] },
    rollout: {
      2: { mean_err_plain: 0.31207, mean_err_messages: 0.20113 },
      4: { mean_err_plain: 0.64251, mean_err_messages: 0.33815 },
    },
  })
  const rollout = (cells: string) =>
    `Mean error after a rollout:\n\n${table('Objects | plain | with messages | ratio', '-|-|-|-', cells)}`

  it('are traced, their ratios included', () => {
    expect(open(evidence, rollout('4 | 0.643 | 0.338 | 1.90x'))).toEqual([])
    expect(open(evidence, rollout('2 | 0.312 | 0.201 | 1.55x'))).toEqual([])
  })

  it('and what is not theirs is not', () => {
    expect(open(evidence, rollout('4 | 0.338 | 0.201 | 2.90x'))).toEqual([
      expect.stringMatching(/^9: 0\.338 is held by no record of plain/),
      expect.stringMatching(/^9: 2\.90x? is held/),
    ])
  })
})

describe('a record that is none', () => {
  it.each(['[', '{}', '{"seed": 3}', '"0.5"'])(
    'leaves nothing to hold them against: %s',
    (text) => {
      const files = [{ path: 'run.json', kind: 'file' as const, bytes: 1, text }]
      const evidence = withResults({ ...plain, files }, 'The net reads 0.966.')
      expect(rule.check(evidence)).toMatchObject({
        findings: [],
        notApplicable: 'no record is there to read the numbers against',
      })
    },
  )

  it('whose keys are those of every object is read as any other', () => {
    const text = '{"__proto__": {"accuracy": 0.9}, "constructor": {"toString": 0.8}}'
    const files = [{ path: 'run.json', kind: 'file' as const, bytes: 1, text }]
    const written = 'The accuracy of constructor is 0.7.'
    expect(open({ ...plain, files }, written)).toHaveLength(1)
  })
})
