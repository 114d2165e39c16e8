import { describe, expect, it } from 'vitest'
import { recordedRuns } from '../../../../src/audit/facts/runs/recorded-runs.ts'

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
    ['in columns under arms', { seeds: [3], net: { accuracy: [0.9] } }],
    ['with its seed in words', { model: 'net', random_seed: 3, accuracy: 0.9 }],
    ['a metric by seed', { net: { accuracy: { seed_3: 0.9 } } }],
  ])('reads %s', (_, value) => {
    expect(json(value)).toEqual(wanted)
  })

  it('takes the parts of the data for no arms', () => {
    const record = { config: { seed: 3, model: 'net' }, train: { acc: 0.9 }, test: { acc: 0.8 } }
    const metrics = [
      ['train.acc', 0.9],
      ['test.acc', 0.8],
    ]
    expect(json(record)).toEqual([{ arm: 'net', seed: 3, metrics }])
    expect(json({ ...record, config: {}, seed: 3 })).toEqual([{ arm: null, seed: 3, metrics }])
  })

  it('keeps the seeds of columns, each with its line', () => {
    const columns = {
      seeds: [4, 7],
      plain: { acc: [0.1, 0.2], loss: [3, 2] },
      wide: { acc: [0.3, 0.4] },
    }
    const text = JSON.stringify(columns, null, 1)
    expect(runsIn('results.json', text)).toEqual([
      {
        arm: 'plain',
        seed: 4,
        metrics: [
          ['acc', 0.1],
          ['loss', 3],
        ],
        line: 8,
      },
      {
        arm: 'plain',
        seed: 7,
        metrics: [
          ['acc', 0.2],
          ['loss', 2],
        ],
        line: 9,
      },
      { arm: 'wide', seed: 4, metrics: [['acc', 0.3]], line: 18 },
      { arm: 'wide', seed: 7, metrics: [['acc', 0.4]], line: 19 },
    ])
  })

  it('names runs that would be alike by what differs', () => {
    const runs = [5, 30].map((depth) => ({ seed: 0, depth, model: 'net', accuracy: depth / 100 }))
    expect(json(runs).map(({ arm, metrics }) => [arm, metrics.at(-1)])).toEqual([
      ['net depth 5', ['accuracy', 0.05]],
      ['net depth 30', ['accuracy', 0.3]],
    ])
  })

  it('takes the epochs of one run for a curve that ends in its result', () => {
    const csv = 'seed,epoch,accuracy\n0,1,0.5\n0,2,0.7\n'
    const last = [
      ['epoch', 2],
      ['accuracy', 0.7],
    ]
    expect(runsIn('runs.csv', csv)).toEqual([{ arm: null, seed: 0, metrics: last, line: 3 }])
    const history = [{ epoch: 1, accuracy: 0.5 }]
    expect(json({ seed: 0, accuracy: 0.7, history })[0].metrics).toEqual([['accuracy', 0.7]])
  })

  it('reads a byte order mark, NaN, quotes and semicolons through', () => {
    const text = '\ufeff{"model": "net", "seed": 3, "loss": NaN, "accuracy": 0.9}'
    expect(runsIn('run.json', text)).toEqual([{ ...wanted[0], line: 1 }])
    const table = '\ufeffseed;model;accuracy\r\n3;"net";0.9\r\n'
    expect(runsIn('run.csv', table)).toEqual([{ ...wanted[0], line: 2 }])
    const quoted = 'seed,model,note,accuracy\n3,net,"a, ""b""",0.9\n'
    expect(runsIn('run.csv', quoted)).toEqual([{ ...wanted[0], line: 2 }])
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
    const text = '{"__proto__": {"seed": 1, "acc": 2}, "constructor": 2}'
    expect(runsIn('results.json', text)).toEqual([
      { arm: '__proto__', seed: 1, metrics: [['acc', 2]], line: 1 },
    ])
  })
})
