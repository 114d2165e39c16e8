import type { FolderFile } from '../gather/folder-file.ts'
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
  return {
    series: held.flatMap(({ series }) => series),
    settings: read.flatMap(({ settings }) => settings),
    paths: held.map(({ path }) => path),
  }
}
