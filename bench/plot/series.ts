import type { HistoryLine, RecordedResult } from '../record/history-line.ts'
import { spread } from '../spread.ts'

/** Throughput of one backend with a number of threads over the commits of a history. */
export interface Series {
  readonly backend: RecordedResult['backend']
  readonly threads: number
  /**
   * GFLOP/s at each commit, the median where it was measured more than once; null where it was not
   * measured.
   */
  readonly values: readonly (number | null)[]
}

/** One benchmark: all of its series on one axis. */
export interface Panel {
  readonly name: string
  readonly series: readonly Series[]
}

/** The panels of the benchmarks that count operations. Lines of changed checkouts are left out. */
export function panelsOf(lines: readonly HistoryLine[]): {
  readonly commits: readonly string[]
  readonly panels: readonly Panel[]
} {
  const clean = lines.filter(({ dirty }) => !dirty)
  const commits = [...new Set(clean.map(({ commit }) => commit))]
  const counted = clean.flatMap(({ commit, results }) =>
    results.flatMap((result) =>
      result.gigaflops === undefined ? [] : [{ ...result, commit, value: result.gigaflops }],
    ),
  )
  const names = [...new Set(counted.map(({ name }) => name))]
  const panels = names.map((name) => {
    const ofName = counted.filter((one) => one.name === name)
    const keys = [...new Set(ofName.map(({ backend, threads }) => `${backend} ${threads}`))].sort()
    const series = keys.map((key) => {
      const own = ofName.filter(({ backend, threads }) => `${backend} ${threads}` === key)
      const { backend, threads } = own[0]
      const values = commits.map((commit) => {
        const measured = own.filter((one) => one.commit === commit).map(({ value }) => value)
        return measured.length > 0 ? spread(measured).median : null
      })
      return { backend, threads, values }
    })
    return { name, series }
  })
  return { commits, panels }
}
