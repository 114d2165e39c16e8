import { type Block, everyBlock } from '../document/document.ts'

/** What a comment of a fence says of the command beside it. */
export interface CommandRemark {
  readonly text: string
  readonly line: number
  /** The line of the command. */
  readonly of: number
}

const comment = /(?:^|\s)#\s?(.*)$/

/**
 * The comments of fences, each with its command: the one on its line, the one below it, or, where it
 * stands in brackets or nothing follows, the one above. Blank lines part them.
 */
export function commandRemarks(
  blocks: readonly Block[],
  commands: readonly { readonly line: number }[],
): CommandRemark[] {
  const known = new Set(commands.map(({ line }) => line))
  return everyBlock(blocks).flatMap((block) => {
    if (block.type !== 'code') return []
    const lines = block.value.split('\n')
    const next = (from: number, step: 1 | -1): number | null => {
      for (let i = from; lines[i] !== undefined && lines[i].trim() !== ''; i += step)
        if (known.has(block.begins + i)) return block.begins + i
      return null
    }
    return lines.flatMap((written, i) => {
      const text = comment.exec(written)?.[1].trim()
      const line = block.begins + i
      if (text === undefined || text === '') return []
      const below = /^(\(|→|->)/.test(text) ? null : next(i + 1, 1)
      const of = known.has(line) ? line : (below ?? next(i - 1, -1))
      return of === null ? [] : [{ text, line, of }]
    })
  })
}
