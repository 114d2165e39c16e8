import type { FolderFile } from '../../gather/folder-file.ts'
import { readJson, type Value } from './json.ts'
import { readTable } from './table.ts'

/** A file of data that may record runs, as a tree. */
export interface RecordFile {
  readonly path: string
  readonly sha256?: string
  /** One tree of a file of JSON or a table; of lines of JSON one each. */
  readonly trees: readonly Value[]
  /** Comment lines of a table: they may say what the columns do not. */
  readonly comments: readonly string[]
}

/** Data that is no record of a run: what tools and this audit keep in a folder. */
const notRecords =
  /(^|\/)(assay|package|package-lock|tsconfig|jsconfig|biome|deno|composer|\.?eslintrc|\.?prettierrc|renovate|pyrightconfig)[\w.-]*\.json$|(^|\/)\.[^/]+(\/|\.json$)|\.schema\.json$/i

const known = new WeakMap<readonly FolderFile[], readonly RecordFile[]>()

/** The JSON, JSONL and CSV files of a folder that may record runs, each read once. */
export function recordFiles(files: readonly FolderFile[]): readonly RecordFile[] {
  const before = known.get(files)
  if (before) return before
  const read = files.flatMap(({ path, text, sha256 }): RecordFile[] => {
    const isData = /\.(jsonl?|ndjson|csv|tsv)$/i.test(path) && !notRecords.test(path)
    return text === undefined || !isData
      ? []
      : [
          {
            path,
            trees: treesOf(path, text),
            comments: commentsOf(path, text),
            ...(sha256 && { sha256 }),
          },
        ]
  })
  known.set(files, read)
  return read
}

const isTable = (path: string) => /\.(csv|tsv)$/i.test(path)

function treesOf(path: string, text: string): Value[] {
  if (isTable(path)) return [readTable(text)].filter((tree) => tree !== null)
  if (/\.json$/i.test(path)) return [readJson(text)].filter((tree) => tree !== null)
  return text.split('\n').flatMap((line, i) => readJson(line, i + 1) ?? [])
}

const commentsOf = (path: string, text: string): string[] =>
  isTable(path)
    ? text
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .slice(0, 50)
    : []
