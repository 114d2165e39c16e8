import { describe, expect, it } from 'vitest'
import type { AssayJson } from '../../../src/audit/stub/assay-json.ts'
import { printedMetrics } from '../../../src/audit/stub/printed-metrics.ts'

const metrics = { acc: { label: 'test accuracy', unit: 'fraction', better: 'higher' } } as const
const read = (metricsFrom: AssayJson['metricsFrom'], text: string) =>
  printedMetrics({ metricsFrom, metrics }, text)
const gives = (acc: number) => ({ state: 'metrics', metrics: { acc } })

describe('metrics of a run', () => {
  it.each<[string, AssayJson['metricsFrom'], string]>([
    ['a nested key', { at: { acc: 'test.accuracy' } }, '{"test": {"accuracy": 0.93}}'],
    ['the last of a list', { at: { acc: 'history.acc[-1]' } }, '{"history": {"acc": [0.1, 0.93]}}'],
    [
      'a record in a list',
      { at: { acc: 'runs[0].net.acc' } },
      '{"runs": [{"net": {"acc": 0.93}}]}',
    ],
    ['a key with a dot', { at: { acc: 'test.acc' } }, '{"test.acc": 0.93}'],
    [
      'behind a varying number',
      { after: { acc: 'epoch # test acc' } },
      'epoch 1 test acc 0.1\nepoch 12 test acc 0.93',
    ],
    ['however many spaces there are', { after: { acc: 'test acc:' } }, 'test   acc :  0.93'],
    ['behind a number with a point', { after: { acc: '(t = # s) acc' } }, '(t = 1.25 s)  acc 0.93'],
  ])('are found: %s', (_, metricsFrom, text) => {
    expect(read(metricsFrom, text)).toEqual(gives(0.93))
  })

  it.each<[AssayJson['metricsFrom'], string]>([
    [{ at: { acc: 'test.accuracy' } }, '{"test": {"acc": 0.93}}'],
    [{ at: { acc: 'history[3]' } }, '{"history": [0.93]}'],
    [{ after: { acc: 'epoch # test acc' } }, 'epoch one test acc 0.93'],
  ])('are missed by name: %j', (metricsFrom, text) => {
    expect(read(metricsFrom, text)).toEqual({ state: 'none', why: 'it gave no acc' })
  })
})
