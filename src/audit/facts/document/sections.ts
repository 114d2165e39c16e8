import { type Block, type Document, everyBlock } from './document.ts'
import { plain } from './text.ts'

/** A heading with what stands under it. */
export interface Section {
  readonly title: string
  readonly line: number
  /** The last line of it; the heading's where nothing stands under it. */
  readonly end: number
  readonly blocks: readonly Block[]
}

/** The first heading with what stands before the next, then the sections of the second level. */
export function sectionsOf({ blocks }: Pick<Document, 'blocks'>): Section[] {
  const sections: { title: string; line: number; end: number; blocks: Block[] }[] = []
  for (const block of blocks) {
    const { line, end } = block
    const section = sections.at(-1)
    if (block.type === 'heading' && (block.depth <= 2 || !section))
      sections.push({ title: plain(block.text), line, end, blocks: [] })
    else if (section) {
      section.blocks.push(block)
      section.end = Math.max(section.end, end)
    }
  }
  return sections
}

/** What stands at the top of a page: above the heading that comes after the title. */
export interface Header {
  /** Null where there is no heading at all. */
  readonly title: string | null
  /** Without the title. */
  readonly blocks: readonly Block[]
  readonly line: 1
  readonly end: number
}

export function headerOf(page: Pick<Document, 'blocks'>): Header {
  const [first, second] = sectionsOf(page)
  const end = (second?.line ?? Number.POSITIVE_INFINITY) - 1
  const blocks = page.blocks.filter(({ line, type }) => line <= end && type !== 'heading')
  return { title: first?.title || null, blocks, line: 1, end }
}

export const isWithin = (line: number, within: Pick<Section, 'line' | 'end'>): boolean =>
  line >= within.line && line <= within.end

/** The sections after the header, each with how the titles begin under which people write it. */
const titles = {
  Problem: ['problem', 'the problem', 'problem statement', 'task', 'background'],
  Files: ['files', 'file', 'contents', 'layout', 'structure'],
  Running: ['running', 'run', 'how to run', 'usage', 'reproduce', 'reproducing', 'quick start'],
  Results: ['results', 'result'],
  Visualizations: ['visualizations', 'visualisations', 'visualization', 'visualisation', 'figures'],
  Deviations: ['deviations', 'deviation', 'differences from the', 'departures'],
  'Open questions': [
    'open questions',
    'open question',
    'next experiments',
    'next steps',
    'future work',
  ],
} as const

export type SectionName = keyof typeof titles

export const sectionNames = Object.keys(titles) as readonly SectionName[]

/** The titles under which people write a section, in small letters. */
export const titlesOf = (name: SectionName): readonly string[] => titles[name]

/** Every section that is written under a required name, by any of its titles. */
export function sectionsNamed(page: Pick<Document, 'blocks'>, name: SectionName): Section[] {
  const [, ...others] = sectionsOf(page)
  return others.filter(({ title }) => isTitled(title, name))
}

export function sectionNamed(
  page: Pick<Document, 'blocks'>,
  name: SectionName,
): Section | undefined {
  return sectionsNamed(page, name)[0]
}

/** "5. **Deviations** from the original" is Deviations; "Results of others" is Results, too. */
function isTitled(title: string, name: SectionName): boolean {
  const words = title
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .trim()
  return titles[name].some(
    (start) =>
      words === start || (words.startsWith(start) && !/^\p{L}/u.test(words.slice(start.length))),
  )
}

/** A paragraph, a heading, a row of a table or a line of code, by itself. */
export interface Part {
  readonly line: number
  readonly text: string
  readonly kind: 'prose' | 'heading' | 'row' | 'code'
}

/** What blocks say, part by part, in their order. */
export function partsOf(blocks: readonly Block[]): Part[] {
  return everyBlock(blocks).flatMap((block): Part[] => {
    const { line } = block
    switch (block.type) {
      case 'paragraph':
        return [{ line, text: plain(block.text), kind: 'prose' }]
      case 'heading':
        return [{ line, text: plain(block.text), kind: 'heading' }]
      case 'table': {
        const head = { line, text: block.header.join(' | '), kind: 'row' } as const
        return [
          head,
          ...block.rows.map((row): Part => {
            const text = row.cells.map((cell) => cell.text).join(' | ')
            return { line: row.line, text, kind: 'row' }
          }),
        ]
      }
      case 'code':
        return block.value
          .split('\n')
          .map((text, i) => ({ line: block.begins + i, text, kind: 'code' }))
      default:
        return []
    }
  })
}

/** What a section says to a reader, as words alone. */
export const wordsOf = ({ blocks }: Pick<Section, 'blocks'>): string =>
  partsOf(blocks)
    .map(({ text }) => text)
    .join('\n')
    .trim()
