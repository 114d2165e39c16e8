import {
  type Block,
  type Document,
  everyBlock,
  proseIn,
  tablesIn,
} from '../facts/document/document.ts'
import { marked } from '../facts/document/text.ts'
import { launched } from './launchers.ts'
import { beginsAsCommand } from './stub-command.ts'

/** A command as it stands in a fence. */
export interface WrittenCommand {
  readonly line: number
  readonly text: string
  /** As a shell would split it; quotes are taken off. */
  readonly words: readonly string[]
}

const shells = ['sh', 'bash', 'shell', 'console', 'zsh', '']

/** `$ `, `(venv) $ `, `ada@box:~$ `, `PS C:\>`: what a shell writes before a command. */
const prompt =
  /^\s*(?:\([\w.-]+\)\s*)?(?:[\w.-]+@[\w.-]+:[^\s$]{0,80}\$|PS [A-Za-z]:[^\s>]{0,80}>|[A-Za-z]:\\[^\s>]{0,80}>|\$|%)\s+/

/**
 * The commands of shell fences, one for each part of `a && b`. Comments and prompts are left out,
 * and a line that ends in a backslash goes on in the next.
 */
export function commandsIn({ blocks }: Pick<Document, 'blocks'>): WrittenCommand[] {
  const found: WrittenCommand[] = []
  for (const fence of everyBlock(blocks)) {
    if (fence.type !== 'code' || !shells.includes(fence.language)) continue
    const prompted = fence.value.split('\n').some((line) => prompt.test(line))
    let held = ''
    fence.value.split('\n').forEach((raw, i) => {
      // After a prompt there are outputs, too: only prompted lines are commands.
      if (prompted && held === '' && !prompt.test(raw)) return
      const text = held + raw.replace(prompt, '').replace(/(^|\s)#.*$/, '')
      held = text.endsWith('\\') ? `${text.slice(0, -1)} ` : ''
      if (held !== '') return
      for (const part of text.split('&&')) {
        const words = [...part.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
          ([, double, single, bare]) => double ?? single ?? bare,
        )
        if (words.length === 0) continue
        // A fence without a language may hold a tree of files, or output.
        const isCommand = fence.language !== '' || prompted || beginsAsCommand(launched(words))
        if (isCommand) found.push({ line: fence.begins + i, text: words.join(' '), words })
      }
    })
  }
  return found
}

/**
 * Commands inside of sentences, "run `python train.py --seed 0`": that there is one, not that it runs,
 * for prose shortens what it quotes.
 */
export function commandsInline(blocks: readonly Block[]): string[] {
  const texts = [
    ...proseIn(blocks).map(({ text }) => text),
    ...tablesIn(blocks).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ flat }) => flat)),
    ),
  ]
  return texts
    .flatMap((text) => marked(text, 'code'))
    .filter((code) =>
      /^\$?\s*(python[\d.]*|node|npm|npx|bash|sh|make|uv|julia|Rscript|\.\/\S+)\s+\S/.test(code),
    )
}
