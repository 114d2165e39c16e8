import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { papers } from '../papers/index.ts'
import type { Paper } from '../papers/paper.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { findGolden } from '../records/golden.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { type Contents, describeStale, fillBlocks, staleBlocks } from './blocks.ts'
import { citationPath, withReferences } from './citation-file.ts'
import { type Document, documents, generatedFiles, paperDocument } from './documents.ts'
import type { GoldenOf } from './place.ts'

/** The checkout in which documents are written, and the one from which goldens are read. */
export interface Roots {
  readonly documents: string
  readonly goldens: string
}

/** What is generated from other sources than papers and goldens. */
export interface Further {
  readonly documents: readonly Document[]
  /** Whole files: text by path. */
  readonly files?: Contents
}

/**
 * One text for each generated block or file that is out of date; empty when there is none. Writes
 * nothing.
 */
export function staleDocuments(
  { documents: root, goldens }: Roots,
  further: Further = { documents: [] },
): string[] {
  const goldenOf = goldensUnder(goldens)
  const blocks = [...documents(papers, goldenOf), ...further.documents].flatMap((one) =>
    staleIn(root, one),
  )
  const files = Object.entries(wholeFiles(root, goldenOf, further)).flatMap(([path, text]) => {
    const file = join(root, path)
    const fresh = existsSync(file) && unixText(readFileSync(file, 'utf8')) === text
    return fresh ? [] : [`${path}: the file is stale or missing. Run: npm run docs`]
  })
  return [...blocks, ...files]
}

/** As staleDocuments, of one paper's README alone. */
export function stalePaperDocument({ documents: root, goldens }: Roots, paper: Paper): string[] {
  return staleIn(root, paperDocument(paper, goldensUnder(goldens)))
}

function staleIn(root: string, { path, contents }: Document): string[] {
  return staleBlocks(read(root, path), contents, path).map(describeStale)
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
  throw new UserError(
    `${path} is missing: its tables cannot be written. Restore it from git`,
    exitCodes.failed,
  )
}

function unixText(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
