import { describe, expect, it } from 'vitest'
import { recordedRuns } from '../../src/audit/record/recorded-runs.ts'

const runsIn = (path: string, text: string) =>
  recordedRuns([{ path, kind: 'file', bytes: text.length, text }]).map(
    ({ arm, seed, metrics, line }) => ({ arm, seed, metrics: [...metrics], line }),
  )

const json = (value: unknown) =>
  runsIn('results.json', JSON.stringify(value)).map(({ line: _, ...run }) => run)

const wanted = [{ arm: 'net', seed: 3, metrics: [['accuracy', 0.9]] }]

describe('recorded runs, however a record is laid out', () => {
  it.each([
    ['a list', [{ model: 'net', seed: 3, accuracy: 0.9 }]],
    ['a seed among the settings', { config: { model: 'net', seed: 3, lr: 0.1 }, accuracy: 0.9 }],
    ['by arm', { results: { net: [{ seed: 3, accuracy: 0.9 }] } }],
    ['by arm and seed', { net: { seed_3: { accuracy: 0.9 } } }],
    ['by seed', { arm: 'net', seeds: { 3: { accuracy: 0.9 } } }],
    ['in columns', { name: 'net', seeds: [3], accuracy: [0.9] }],
  ])('reads %s', (_, value) => {
    expect(json(value)).toEqual(wanted)
  })

  it('joins the keys that lead to a metric', () => {
    const [{ metrics }] = json({ seed: 0, metrics: { test: { accuracy: 0.9 } } })
    expect(metrics).toEqual([['metrics.test.accuracy', 0.9]])
  })

  it('reads tables and lines of JSON with their lines', () => {
    const csv = '# numpy 1.26\nseed,model,accuracy\n3,net,0.9\n'
    expect(runsIn('runs.csv', csv)).toEqual([{ ...wanted[0], line: 3 }])
    const lines = '\n{"seed": 3, "model": "net", "accuracy": 0.9}\n'
    expect(runsIn('runs.jsonl', lines)).toEqual([{ ...wanted[0], line: 2 }])
  })

  it('reads nothing from what is no record, whatever it holds', () => {
    expect(runsIn('package.json', '{"seed": 1, "accuracy": 1}')).toEqual([])
    expect(runsIn('results.json', '{"seed": ')).toEqual([])
    expect(runsIn('results.json', `${'['.repeat(1e5)}${']'.repeat(1e5)}`)).toEqual([])
    expect(runsIn('results.json', '{"__proto__": {"seed": 1}, "constructor": 2}')).toEqual([
      { arm: '__proto__', seed: 1, metrics: [], line: 1 },
    ])
  })
})
