import type { Machine } from '../../src/records/provenance.ts'
import type { Result } from '../result.ts'
import type { RoundSettings } from '../rounds.ts'
import { spread } from '../spread.ts'
import type { Checkout } from './checkout.ts'
import type { HistoryLine } from './history-line.ts'

/** The line of a run of the benchmarks in the history. Pure; needs at least one result. */
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

/** The peak of one thread of each backend, computed from the results and their shares of it. */
function calibrationOf(results: readonly Result[]): HistoryLine['calibration'] {
  const peaks = new Map<Result['backend'], number[]>()
  for (const { backend, threads, gigaflops, shareOfPeak } of results)
    if (gigaflops !== undefined && shareOfPeak !== undefined)
      peaks.set(backend, [...(peaks.get(backend) ?? []), gigaflops / shareOfPeak / threads])
  return Object.fromEntries([...peaks].map(([name, values]) => [name, spread(values).median]))
}
