import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { exitCodes, UserError } from '../user-error.ts'

/** Generated content by the name of its block. */
export type Contents = Readonly<Record<string, string>>

/** What stands between `<!-- assay:NAME -->` and `<!-- /assay:NAME -->`. */
export interface Block {
  readonly name: string
  /** Offsets of the text between the markers. */
  readonly start: number
  readonly end: number
  /** The line of the opening marker, from 1. */
  readonly line: number
}

export interface StaleBlock {
  readonly path: string
  readonly block: string
  /** The first line that differs, from 1, in the file as it is. */
  readonly line: number
  readonly found: string
  readonly expected: string
}

/**
 * The blocks of a Markdown text, in order. Markers in fences and code spans are not markers. Throws
 * UserError (exit 1) for a marker without its partner, or a name that comes twice.
 */
export function findBlocks(markdown: string, path: string): Block[] {
  const blocks: Block[] = []
  let open: { name: string; start: number; line: number } | null = null
  for (const { name, closes, start, end, line } of markersIn(markdown)) {
    const marker = `<!-- ${closes ? '/' : ''}assay:${name} -->`
    if (closes ? open?.name !== name : open) throw fault(path, line, `${marker} has no partner`)
    if (!closes && blocks.some((block) => block.name === name))
      throw fault(path, line, `${marker} comes a second time`)
    if (open && closes) blocks.push({ ...open, end: start })
    open = closes ? null : { name, start: end, line }
  }
  if (open) throw fault(path, open.line, `<!-- assay:${open.name} --> is never closed`)
  return blocks
}

/**
 * The text with each block's content replaced. Throws UserError (exit 1) when the text has a block
 * that is not generated, or has no block for a generated content.
 */
export function fillBlocks(markdown: string, contents: Contents, path: string): string {
  const blocks = matchingBlocks(markdown, contents, path)
  return blocks.reduceRight(
    (text, { name, start, end }) =>
      text.slice(0, start) + surrounded(contents[name], markdown) + text.slice(end),
    markdown,
  )
}

/** The blocks whose content is not what it should be. */
export function staleBlocks(markdown: string, contents: Contents, path: string): StaleBlock[] {
  return matchingBlocks(markdown, contents, path).flatMap(({ name, start, end, line }) => {
    const found = markdown.slice(start, end).split(/\r?\n/)
    const expected = surrounded(contents[name], '').split('\n')
    const length = Math.max(found.length, expected.length)
    const differs = Array.from({ length }, (_, i) => i).find((i) => found[i] !== expected[i])
    if (differs === undefined) return []
    const lines = { found: found[differs] ?? '', expected: expected[differs] ?? '' }
    return [{ path, block: name, line: line + differs, ...lines }]
  })
}

/**
 * A message about one stale block: where it is, what it says, what it should say, and what to do.
 */
export function describeStale({ path, block, line, found, expected }: StaleBlock): string {
  const same = [...found].findIndex((letter, i) => letter !== expected[i])
  const from = same < 0 ? found.length : same
  return [
    `${path}:${line}: the ${block} block is stale or was edited by hand. Run: npm run docs`,
    `  it says:     ${excerpt(found, from)}`,
    `  should say:  ${excerpt(expected, from)}`,
  ].join('\n')
}

/** The part of a line around its first difference, because rows of tables are long. */
function excerpt(line: string, differs: number): string {
  const start = Math.max(0, differs - 40)
  const end = Math.min(line.length, differs + 40)
  const text = line.slice(start, end)
  if (text === '') return '(nothing)'
  return `${start > 0 ? '…' : ''}${text}${end < line.length ? '…' : ''}`
}

function matchingBlocks(markdown: string, contents: Contents, path: string): Block[] {
  const blocks = findBlocks(markdown, path)
  const names = blocks.map(({ name }) => name)
  const unknown = blocks.find(({ name }) => !Object.hasOwn(contents, name))
  if (unknown) throw fault(path, unknown.line, `nothing generates the block assay:${unknown.name}`)
  const lacking = Object.keys(contents).find((name) => !names.includes(name))
  if (lacking) {
    const markers = `<!-- assay:${lacking} --> and <!-- /assay:${lacking} -->`
    throw fault(path, 1, `there is no block ${lacking}: put ${markers} where it belongs`)
  }
  return blocks
}

function markersIn(markdown: string) {
  const tree: Root = unified().use(remarkParse).parse(markdown)
  return tree.children.flatMap((node) => {
    if (node.type !== 'html' || !node.position) return []
    const match = /^<!-- (\/?)assay:([a-z-]+) -->$/.exec(node.value)
    if (!match) return []
    const { start, end } = node.position
    const offsets = { start: start.offset ?? 0, end: end.offset ?? 0, line: start.line }
    return [{ name: match[2], closes: match[1] === '/', ...offsets }]
  })
}

/** Empty lines around the content keep Markdown from reading it as a part of the marker's html. */
function surrounded(content: string, markdown: string): string {
  const text = `\n\n${content}\n\n`
  return markdown.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

function fault(path: string, line: number, what: string): UserError {
  return new UserError(`${path}:${line}: ${what}`, exitCodes.failed)
}
