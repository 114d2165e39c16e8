import { describe, expect, it } from 'vitest'
import { parseHistory, seriesOf } from '../../src/report/bench-history.ts'
import { benchPage } from '../../src/report/pages/bench-page.ts'

const line = (commit: string, median: number, dirty = false) =>
  JSON.stringify({
    commit,
    dirty,
    date: '2026-01-02T03:04:05Z',
    machine: { cpu: 'a <b>', cores: 2, node: '20' },
    results: [
      {
        name: 'matmul/1',
        backend: 'wasm',
        threads: 1,
        milliseconds: { median },
        shareOfPeak: 0.75,
        peers: [
          { name: 'plain JavaScript', ratio: { median: 0.1 } },
          { name: 'numpy, 1 thread', ratio: { median: 2.5 } },
          { name: 'numpy, 2 threads', ratio: { median: 1.25 } },
        ],
      },
    ],
  })

describe('the history of the benchmarks', () => {
  it('is a series for each benchmark, clean checkouts alone', () => {
    const { runs, faults } = parseHistory(
      [line('a', 4), line('b', 9, true), line('c', 2)].join('\n'),
      'f',
    )
    expect(faults).toEqual([])
    const [series] = seriesOf({ machineClass: 'm', runs })
    expect(series.name).toBe('matmul/1, wasm, 1 thread')
    expect(series.points.map(({ milliseconds }) => milliseconds)).toEqual([4, 2])
    const page = benchPage({ history: [{ machineClass: 'm', runs }], faults: [] } as never)
    expect(page.main.html).toContain('0.50 times')
    expect(page.main.html).toContain('<td>75 %</td><td>1.25 times</td>')
    expect(page.main.html).toContain('a &lt;b&gt;')
  })

  it('names the line that is none', () => {
    const { runs, faults } = parseHistory(`${line('a', 4)}\n{"commit"\n{}`, 'bench/history/m.jsonl')
    expect(runs).toHaveLength(1)
    expect(faults.map((fault) => fault.slice(0, 23))).toEqual([
      'bench/history/m.jsonl:2',
      'bench/history/m.jsonl:3',
    ])
  })
})
