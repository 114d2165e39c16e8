import type { FolderFile } from '../gather/folder-file.ts'
import { isRecordFile } from './recorded-runs.ts'

/** What makes a record of a run one that can be checked. */
export const partNames = ['configuration', 'seed', 'metrics', 'environment'] as const

export type RecordPart = (typeof partNames)[number]

/** What the data files of one folder record together. */
export interface RecordParts {
  /** The file, the first of several. */
  readonly path: string
  readonly parts: readonly RecordPart[]
}

/** How people name each part; a key is compared by its letters and digits alone. */
const keys: Readonly<Record<RecordPart, RegExp>> = {
  configuration:
    /^(run)?(config(uration)?s?|settings|hyperparam(eter)?s|hparams|params|parameters|arg(ument)?s|options|learningrate|lr|(num|n)?epochs|(max|num|n)?steps|(max|num|n)?iter(ation)?s|batchsize|hidden(size|units|dim|width)?s?)$/,
  seed: /^((random|rng|torch|np|numpy|data|base)?seeds?|(by|per)seeds?|seed\d+)$/,
  metrics:
    /acc|err|loss|metric|score|result|correct|reward|mse|perplexity|f1|bits|nll|forget|converged|solved|success/,
  environment:
    /^(env(ironment)?|platform|machine|system|hardware|host(name)?|cpu|os|provenance|versions?|((python|node|numpy|torch|pytorch|jax|tensorflow|julia)(version)?))$/,
}

const deepest = 6

/** What each folder's JSON, JSONL and CSV files record, file by file and then all of a folder together. */
export function recordParts(files: readonly FolderFile[]): RecordParts[] {
  const single = files.filter(isRecordFile).map(({ path, text = '' }) => {
    const names = namesIn(path, text)
    return { path, parts: partNames.filter((part) => names.some((name) => keys[part].test(name))) }
  })
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
  const folders = [...new Set(single.map(({ path }) => folderOf(path)))].map((folder) => {
    const own = single.filter(({ path }) => folderOf(path) === folder)
    const parts = partNames.filter((part) => own.some((one) => one.parts.includes(part)))
    // Named by the one that holds the metrics.
    return { path: (own.find((one) => one.parts.includes('metrics')) ?? own[0]).path, parts }
  })
  return [
    ...single,
    ...folders.filter(({ path, parts }) =>
      single.some((one) => one.path === path && one.parts.length < parts.length),
    ),
  ]
}

/** The keys of a JSON file, or the columns and comment lines of a table. */
function namesIn(path: string, text: string): string[] {
  const lines = text.split('\n')
  if (/\.(csv|tsv)$/i.test(path)) {
    const comments = lines.filter((line) => line.startsWith('#')).slice(0, 50)
    const head = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
    return [...head.split(/[,\t]/), ...comments.flatMap((line) => line.split(/[^\w]+/))].map(bare)
  }
  const texts = /\.json$/i.test(path) ? [text] : lines.slice(0, 200)
  return [...new Set(texts.flatMap((one) => keysOf(parsed(one), 0)))].map(bare)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function keysOf(value: unknown, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  // Of a long list the first entries show what the others are.
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => keysOf(item, depth + 1))
  return Object.entries(value)
    .slice(0, 500)
    .flatMap(([key, inner]) => [key, ...keysOf(inner, depth + 1)])
}

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
