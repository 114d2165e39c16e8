import type { HistoryLine, RecordedResult } from '../../../bench/record/history-line.ts'

const digest = 'd'.repeat(64)

export function exampleResult(
  name: string,
  milliseconds: number,
  more: Partial<RecordedResult> = {},
): RecordedResult {
  const spread = { median: milliseconds, mad: 0, low: milliseconds, high: milliseconds }
  return {
    name,
    backend: 'wasm',
    threads: 1,
    kernels: digest,
    milliseconds: spread,
    best: milliseconds,
    calls: 9,
    peers: [],
    ...more,
  }
}

export const commitNumber = (i: number) => i.toString(16).padStart(4, '0').padEnd(40, '0')

export function exampleLine(
  i: number,
  results: readonly RecordedResult[],
  more: Partial<HistoryLine> = {},
): HistoryLine {
  return {
    schema: 'assay/bench-history@1',
    commit: commitNumber(i),
    dirty: false,
    date: `2026-11-25T00:00:${String(i % 60).padStart(2, '0')}.000Z`,
    machine: { cpu: 'A chip', cores: 2, arch: 'x64', platform: 'linux', node: '20.1.0' },
    load: 0.5,
    settings: { rounds: 9, time: 50, warmupTime: 200, wholeRuns: 3 },
    calibration: { wasm: 50 },
    kernels: { wasm: digest },
    results: [...results],
    ...more,
  }
}
