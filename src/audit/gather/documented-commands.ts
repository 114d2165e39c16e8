import type { Code, InlineCode, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { lineOf, type Page } from '../markdown/page.ts'
import { beginsAsCommand } from './stub-command.ts'

/** A command as it stands in a fence. */
export interface WrittenCommand {
  readonly line: number
  readonly text: string
  /** As a shell would split it; quotes are taken off. */
  readonly words: readonly string[]
}

const shells = ['sh', 'bash', 'shell', 'console', 'zsh', null, undefined, '']

/**
 * The commands of shell fences, one for each part of `a && b`. Comments and prompts are left out,
 * and a line that ends in a backslash goes on in the next.
 */
export function commandsIn({ root }: Pick<Page, 'root'>): WrittenCommand[] {
  const found: WrittenCommand[] = []

  visit(root, 'code', (fence: Code) => {
    if (!shells.includes(fence.lang)) return
    const prompted = /^\s*\$ /m.test(fence.value)
    // An indented block has no line of its own above the first command.
    const begins = lineOf(fence) + (isFenced(fence) ? 1 : 0)
    let held = ''
    fence.value.split('\n').forEach((raw, i) => {
      // After a prompt there are outputs, too: only prompted lines are commands.
      if (prompted && held === '' && !/^\s*\$ /.test(raw)) return
      const text = held + raw.replace(/^\s*\$ /, '').replace(/(^|\s)#.*$/, '')
      held = text.endsWith('\\') ? `${text.slice(0, -1)} ` : ''
      if (held !== '') return
      for (const part of text.split('&&')) {
        const words = [...part.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
          ([, double, single, bare]) => double ?? single ?? bare,
        )
        if (words.length === 0) continue
        // A fence without a language may hold a tree of files, or output.
        const isCommand = fence.lang || prompted || beginsAsCommand(programOf(words))
        if (isCommand) found.push({ line: begins + i, text: words.join(' '), words })
      }
    })
  })
  return found
}

/** The first word that is no setting of a variable. */
const programOf = (words: readonly string[]) =>
  words.find((word) => !/^[A-Z_][A-Z0-9_]*=/.test(word)) ?? ''

function isFenced({ value, position }: Code): boolean {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } }
  return end.line - start.line + 1 > value.split('\n').length
}

/**
 * Commands inside of sentences, "run `python train.py --seed 0`": that there is one, not that it runs,
 * for prose shortens what it quotes.
 */
export function commandsInline(nodes: readonly RootContent[]): string[] {
  const found: string[] = []
  visit({ type: 'root', children: [...nodes] }, 'inlineCode', ({ value }: InlineCode) => {
    if (/^\$?\s*(python[\d.]*|node|npm|npx|bash|sh|make|uv|julia|Rscript|\.\/\S+)\s+\S/.test(value))
      found.push(value)
  })
  return found
}
