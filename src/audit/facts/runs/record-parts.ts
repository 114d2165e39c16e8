import type { FolderFile } from '../../gather/folder-file.ts'
import { isFields, isList, type Value } from './json.ts'
import { type RecordFile, recordFiles } from './runs.ts'

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
  const single = recordFiles(files).map((file) => {
    const { path } = file
    const names = namesIn(file)
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

/** The keys of a file, or its columns and the words of its comment lines. */
function namesIn({ trees, comments }: RecordFile): string[] {
  const keys = trees.slice(0, 200).flatMap((tree) => keysOf(tree, 0))
  return [...new Set([...keys, ...comments.flatMap((line) => line.split(/[^\w]+/))])].map(bare)
}

function keysOf({ is }: Value, depth: number): string[] {
  if (depth > deepest) return []
  // Of a long list the first entries show what the others are.
  if (isList(is)) return is.slice(0, 50).flatMap((item) => keysOf(item, depth + 1))
  if (!isFields(is)) return []
  return [...is].slice(0, 500).flatMap(([key, inner]) => [key, ...keysOf(inner, depth + 1)])
}

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
