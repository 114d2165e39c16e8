import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { papers } from '../papers/index.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { findGolden } from '../records/golden.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { type Contents, describeStale, fillBlocks, staleBlocks } from './blocks.ts'
import { citationPath, withReferences } from './citation-file.ts'
import { type Document, documents, generatedFiles } from './documents.ts'
import type { GoldenOf } from './place.ts'

/** Where documents are written, and where the goldens are read: each the root of a checkout. */
export interface Roots {
  readonly documents: string
  readonly goldens: string
}

/** What is generated from something else than papers and goldens. */
export interface Further {
  readonly documents: readonly Document[]
  /** Whole files: text by path. */
  readonly files?: Contents
}

/** What is not as it should be, a text for each: none when all is fresh. Writes nothing. */
export function staleDocuments(
  { documents: root, goldens }: Roots,
  further: Further = { documents: [] },
): string[] {
  const goldenOf = goldensUnder(goldens)
  const blocks = [...documents(papers, goldenOf), ...further.documents].flatMap(
    ({ path, contents }) => staleBlocks(read(root, path), contents, path).map(describeStale),
  )
  const files = Object.entries(wholeFiles(root, goldenOf, further)).flatMap(([path, text]) => {
    const file = join(root, path)
    const fresh = existsSync(file) && unixText(readFileSync(file, 'utf8')) === text
    return fresh ? [] : [`${path}: the file is stale or missing. Run: npm run docs`]
  })
  return [...blocks, ...files]
}

/** Brings everything generated up to date; returns the paths that changed. */
export function syncDocuments(
  { documents: root, goldens }: Roots,
  further: Further = { documents: [] },
): string[] {
  const goldenOf = goldensUnder(goldens)
  const wanted = [
    ...[...documents(papers, goldenOf), ...further.documents].map(({ path, contents }) => {
      const before = read(root, path)
      return { path, before, after: fillBlocks(before, contents, path) }
    }),
    ...Object.entries(wholeFiles(root, goldenOf, further)).map(([path, after]) => {
      const file = join(root, path)
      return { path, before: existsSync(file) ? readFileSync(file, 'utf8') : null, after }
    }),
  ]
  return wanted.flatMap(({ path, before, after }) => {
    if (before === after) return []
    writeAtomic(join(root, path), after, 'Make it writable')
    return [path]
  })
}

/** Text by path. Where there is no CITATION.cff, as in a folder of goldens alone, none is made. */
function wholeFiles(root: string, goldenOf: GoldenOf, { files }: Further): Contents {
  const citation = existsSync(join(root, citationPath))
    ? { [citationPath]: withReferences(unixText(read(root, citationPath)), papers) }
    : {}
  return { ...generatedFiles(papers, goldenOf), ...citation, ...files }
}

/** Each golden is read and checked once, however many tables show it. */
function goldensUnder(root: string): GoldenOf {
  const known = new Map<string, ReturnType<typeof findGolden>>()
  return (id) => {
    const key = `${id.paper} ${id.dataset} ${id.preset}`
    const golden = known.get(key) ?? findGolden(root, id)
    known.set(key, golden)
    return golden
  }
}

function read(root: string, path: string): string {
  const file = join(root, path)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new UserError(`${path} is missing: its tables have nowhere to go`, exitCodes.failed)
}

function unixText(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
