import type { FolderFile } from '../gather/folder-file.ts'
import { rowsOfCsv } from './csv-rows.ts'
import { lineOfRow, rowsOfJson } from './json-rows.ts'

/** One run as a committed record of a foreign folder has it. */
export interface RecordedRun {
  readonly path: string
  /** Where it can be told. */
  readonly line: number | null
  /** As the record calls it; null where it names none. */
  readonly arm: string | null
  readonly seed: number
  /** By their names in the record, with the keys that lead to them: "test.accuracy". */
  readonly metrics: ReadonlyMap<string, number>
}

/** Data that is no record of a run: what tools and this audit keep in a folder. */
const notRecords =
  /(^|\/)(assay|package|package-lock|tsconfig|jsconfig|biome|deno|composer|\.?eslintrc|\.?prettierrc|renovate|pyrightconfig)[\w.-]*\.json$|(^|\/)\.[^/]+\//i

export const isRecordFile = ({ path, text }: FolderFile) =>
  text !== undefined && /\.(jsonl?|ndjson|csv|tsv)$/i.test(path) && !notRecords.test(path)

const most = 20_000

/** Every run with a seed that the folder's JSON, JSONL and CSV files hold, whatever their layout. */
export function recordedRuns(files: readonly FolderFile[]): RecordedRun[] {
  const found = files.filter(isRecordFile).flatMap(({ path, text = '' }): RecordedRun[] => {
    if (/\.(csv|tsv)$/i.test(path)) return rowsOfCsv(text).map((row) => ({ path, ...row }))
    if (/\.(jsonl|ndjson)$/i.test(path))
      return text
        .split('\n')
        .flatMap((line, i) => rowsOfJson(line).map((row) => ({ path, line: i + 1, ...row })))
    const rows = rowsOfJson(text)
    // Of a long record nobody needs the line, and looking for each takes its square.
    const lines = rows.length <= 200 ? text.split('\n') : []
    return rows.map((row) => ({ path, line: lineOfRow(lines, row), ...row }))
  })
  return found.slice(0, most)
}

/** Letters and digits alone: "test_accuracy" and "testAccuracy" are one name. */
export const sameName = (a: string, b: string) => bare(a) === bare(b)

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The value that a run has for a metric, by its whole name or by the last part of it. */
export function recordedMetric({ metrics }: RecordedRun, metric: string): number | null {
  for (const [name, value] of metrics)
    if (sameName(name, metric) || sameName(name.split('.').at(-1) ?? '', metric)) return value
  return null
}

/** Which of some arms a recorded run is of: by its name, or the one that its name holds as a word. */
export function recordedArm({ arm }: RecordedRun, arms: readonly string[]): string | null {
  if (arm === null) return arms.length === 1 ? arms[0] : null
  const exact = arms.find((one) => sameName(one, arm))
  if (exact !== undefined) return exact
  const words = arm.split(/[^\p{L}\p{N}]+/u)
  const within = arms.filter((one) => words.some((word) => sameName(word, one)))
  return within.length === 1 ? within[0] : null
}
