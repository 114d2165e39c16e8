import type { Readme } from '../evidence.ts'
import { parsePage } from '../markdown/page.ts'
import type { FolderFile } from './folder-file.ts'

/** Deeper than this nobody writes, and a parser spends its time squared. */
const deepest = 40
const longest = 128 * 1024

/** The README of a folder as a tree, or in a few words why it cannot be read. */
export function readReadme(files: readonly FolderFile[]): Readme {
  const file =
    files.find(({ path }) => path === 'README.md') ??
    files.find(({ path }) => /^readme(\.md|\.markdown)?$/i.test(path))
  const path = file?.path ?? 'README.md'
  const unreadable = (why: string): Readme => ({ state: 'unreadable', path, why })
  if (!file) return unreadable('is not there')
  if (file.kind !== 'file') return unreadable(`is a ${file.kind}, not a file`)
  if (file.bytes > longest)
    return unreadable(`has ${file.bytes} bytes; a README has at most ${longest}`)
  if (file.text === undefined) return unreadable('is not written in Markdown')
  if (file.text.includes('\u0000')) return unreadable('is not text: it holds a zero byte')
  const depth = nesting(file.text)
  if (depth > deepest) return unreadable(`is nested ${depth} deep; ${deepest} is the limit`)
  return { state: 'read', page: parsePage(path, file.text) }
}

/** How deep lists and quotes go, by their markers and indentation: an upper bound, cheap to have. */
function nesting(text: string): number {
  let deepestSoFar = 0
  let indents: number[] = []
  for (const line of text.split('\n')) {
    const lead = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
    const marks = lead.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    if (marks === 0) continue
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    indents = indents.filter((outer) => outer < indent)
    deepestSoFar = Math.max(deepestSoFar, indents.length + marks)
    indents.push(indent)
  }
  return deepestSoFar
}
