import type { Machine } from '../../src/records/provenance.ts'
import type { Result } from '../result.ts'
import type { RoundSettings } from '../rounds.ts'
import { spread } from '../spread.ts'
import type { Checkout } from './checkout.ts'
import type { HistoryLine } from './history-line.ts'

/** What a run of the benchmarks leaves in history. Pure; needs one result at least. */
export function lineOf(
  { commit, dirty }: Checkout,
  date: Date,
  { cpu, cores, arch, platform, node }: Machine,
  load: number,
  { rounds, time, warmupTime, wholeRuns }: RoundSettings & { readonly wholeRuns: number },
  results: readonly Result[],
): HistoryLine {
  return {
    schema: 'assay/bench-history@1',
    commit,
    dirty,
    date: date.toISOString(),
    machine: { cpu, cores, arch, platform, node },
    load,
    settings: { rounds, time, warmupTime, wholeRuns },
    calibration: calibrationOf(results),
    kernels: Object.fromEntries(results.map(({ backend, kernels }) => [backend, kernels])),
    results: results.map((result) => ({
      ...result,
      peers: result.peers.map((peer) => ({ ...peer })),
    })),
  }
}

/** What one thread of each backend reached at most, from the shares that the results have of it. */
function calibrationOf(results: readonly Result[]): HistoryLine['calibration'] {
  const peaks = new Map<Result['backend'], number[]>()
  for (const { backend, threads, gigaflops, shareOfPeak } of results)
    if (gigaflops !== undefined && shareOfPeak !== undefined)
      peaks.set(backend, [...(peaks.get(backend) ?? []), gigaflops / shareOfPeak / threads])
  return Object.fromEntries([...peaks].map(([name, values]) => [name, spread(values).median]))
}
