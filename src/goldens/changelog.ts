import type { Heading, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** The changelog's file, relative to the checkout. */
export const changelogPath = 'CHANGELOG.md'

export const emptyChangelog = '# Changelog\n'

/** An entry of the changelog about accepted goldens. */
export interface GoldenEntry {
  /** ISO date, e.g. 2026-11-03. */
  readonly date: string
  readonly goldens: readonly { readonly name: string; readonly seal: string }[]
  readonly reason: string
  /** The differences, on one line; "first golden" when there was no golden before. */
  readonly moved: string
}

/** The entry as one item of a Markdown list. */
export function goldenLine({ date, goldens, reason, moved }: GoldenEntry): string {
  const named = goldens.map(({ name, seal }) => `${name} \`sha256:${seal}\``)
  return `- ${date}, ${named.join(', ')}: ${inline(reason)} (${inline(moved)})`
}

/**
 * The changelog with `line` as the last item under `## Unreleased`, `### Goldens`; a missing
 * heading is added. All other bytes stay as they are.
 */
export function insertGoldenLine(changelog: string, line: string): string {
  const nodes = unified().use(remarkParse).parse(changelog).children
  const unreleased = section(nodes, 2, 'Unreleased')
  if (unreleased === null) {
    const firstRelease = nodes.findIndex((node) => node.type === 'heading' && node.depth === 2)
    const before = firstRelease < 0 ? nodes : nodes.slice(0, firstRelease)
    return insertAfter(changelog, before, ['## Unreleased', '### Goldens', line])
  }
  const goldens = section(unreleased, 3, 'Goldens')
  if (goldens === null) return insertAfter(changelog, unreleased, ['### Goldens', line])
  return insertAfter(changelog, goldens, [line])
}

/** The text of each line about goldens: one list per release, in the order of the file. */
export function goldenSections(changelog: string): string[][] {
  const nodes = unified().use(remarkParse).parse(changelog).children
  return nodes.flatMap((node, i) => {
    if (node.type !== 'heading' || node.depth !== 2) return []
    const release = section(nodes.slice(i), 2, textOf(node)) ?? []
    const goldens = section(release, 3, 'Goldens') ?? []
    const items = goldens.flatMap((block) => (block.type === 'list' ? block.children : []))
    return [items.map((item) => textOf(item).replace(/\s+/g, ' '))]
  })
}

/** A heading with its content, up to the next heading of the same or a higher level. */
function section(
  nodes: readonly RootContent[],
  depth: Heading['depth'],
  title: string,
): RootContent[] | null {
  const start = nodes.findIndex(
    (node) => node.type === 'heading' && node.depth === depth && textOf(node).includes(title),
  )
  if (start < 0) return null
  const length = nodes
    .slice(start + 1)
    .findIndex((node) => node.type === 'heading' && node.depth <= depth)
  return nodes.slice(start, length < 0 ? undefined : start + 1 + length)
}

/** Inserts blocks after the last of `nodes`. Link definitions stay at the end. */
function insertAfter(
  changelog: string,
  nodes: readonly RootContent[],
  blocks: readonly string[],
): string {
  const eol = changelog.includes('\r\n') ? '\r\n' : '\n'
  const last = nodes.findLast((node) => node.type !== 'definition')
  const end = last?.position?.end.offset ?? 0
  const joinsList = last?.type === 'list' && blocks.length === 1
  const gap = end === 0 ? '' : joinsList ? eol : eol + eol
  const rest = changelog.slice(end)
  return changelog.slice(0, end) + gap + blocks.join(eol + eol) + (rest === '' ? eol : rest)
}

/** The text on one line, escaped so that Markdown does not read it as HTML. */
function inline(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replaceAll('<', '\\<')
}
