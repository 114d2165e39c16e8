import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Code } from 'mdast'
import { visit } from 'unist-util-visit'
import { commands } from '../../../src/cli/commands.ts'
import type { Terminal } from '../../../src/cli/terminal.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { papers } from '../../../src/papers/index.ts'
import { lineOf, type Page } from './page.ts'

export interface DocumentedCommand {
  readonly path: string
  readonly line: number
  /** As a shell would split it; quotes are taken off. */
  readonly words: readonly string[]
}

/** The commands of a page's shell fences, one for each part of `a && b`; comments are left out. */
export function commandsOf(page: Page): DocumentedCommand[] {
  const found: DocumentedCommand[] = []
  visit(page.root, 'code', (fence: Code) => {
    if (fence.lang !== 'sh') return
    fence.value.split('\n').forEach((text, i) => {
      for (const part of text.replace(/(^|\s)#.*$/, '').split('&&')) {
        const words = [...part.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2])
        if (words.length > 0) found.push({ path: page.path, line: lineOf(fence) + 1 + i, words })
      }
    })
  })
  return found
}

/** Why a documented command would not run, as the command line itself sees it; none if it would. */
export async function commandFaults(command: DocumentedCommand): Promise<string[]> {
  const [program, ...rest] = command.words
  const fault = program === 'npm' ? npmFault(rest) : await assayFault(program, rest)
  if (!fault) return []
  return [`${command.path}:${command.line}: ${command.words.join(' ')}: ${fault}`]
}

function npmFault([verb, name]: readonly string[]): string | null {
  if (verb === 'ci') return null
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const script = verb === 'run' ? name : verb
  return Object.hasOwn(scripts, script) ? null : `package.json has no script ${script}`
}

async function assayFault(program: string, words: readonly string[]): Promise<string | null> {
  const [bin, name, ...args] = words
  if (program !== 'npx' || bin !== 'assay') return 'is neither npm nor npx assay'
  const entry = commands.find((one) => one.name === name)
  if (!entry) return `there is no command ${name}`
  const parent = new Command(name)
  const file = await entry.load()
  file.define(parent, silent)
  const sub = parent.commands.find((one) => one.name() === args[0])
  try {
    const { operands, unknown } = (sub ?? parent).parseOptions(sub ? args.slice(1) : [...args])
    if (unknown.length > 0) return `there is no option ${unknown[0]}`
    const stranger = operands.find((operand) => !papers.some(({ slug }) => slug === operand))
    return stranger === undefined ? null : `there is no paper ${stranger}`
  } catch (error) {
    return (error as Error).message
  }
}

const silent = { env: {}, write: () => {}, say: () => {} } as unknown as Terminal
