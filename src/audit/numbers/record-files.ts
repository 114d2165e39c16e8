import type { FolderFile } from '../gather/folder-file.ts'
import { recordedRuns } from '../record/recorded-runs.ts'
import { assayJsonName } from '../stub/assay-json.ts'
import { recordNumbers, type Setting } from './record-json.ts'
import type { Series } from './series.ts'

const noRecord = /(^|\/)(package|package-lock|tsconfig|jsconfig|composer|biome|\.[^/]*)\.json$/i

/** The JSON files of a folder that may be records of runs: not what tools and editors leave. */
export function recordFiles(files: readonly FolderFile[]): FolderFile[] {
  return files.filter(
    ({ path, text }) =>
      text !== undefined &&
      /\.json$/i.test(path) &&
      path !== assayJsonName &&
      !noRecord.test(path) &&
      !/\.schema\.json$/i.test(path),
  )
}

/** What the records that are committed in a folder hold. */
export function committedNumbers(files: readonly FolderFile[]): {
  readonly series: readonly Series[]
  readonly settings: readonly Setting[]
  readonly paths: readonly string[]
} {
  const read = recordFiles(files).map(({ path, text }) => ({
    path,
    ...recordNumbers(path, text ?? ''),
  }))
  const held = read.filter(({ series }) => series.length > 0)
  if (held.length === 0)
    return { ...runsBySeries(files), settings: read.flatMap((one) => one.settings) }
  return {
    series: held.flatMap(({ series }) => series),
    settings: read.flatMap(({ settings }) => settings),
    paths: held.map(({ path }) => path),
  }
}

/** Where no JSON file holds numbers: the runs of JSONL and CSV files, a series an arm and a metric. */
function runsBySeries(files: readonly FolderFile[]) {
  const series = new Map<string, Series & { runs: { seed: number; value: number }[] }>()
  const paths = new Set<string>()
  for (const { path, arm, seed, metrics } of recordedRuns(files))
    for (const [metric, value] of metrics) {
      paths.add(path)
      const key = JSON.stringify([path, arm, metric])
      const one = series.get(key) ?? { place: path, arm: arm ?? '', metric, ...unknown, runs: [] }
      one.runs.push({ seed, value })
      series.set(key, one)
    }
  return { series: [...series.values()], paths: [...paths] }
}

const unknown = { unit: 'unknown' as const, given: [] }
