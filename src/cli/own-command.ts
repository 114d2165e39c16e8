import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { papers } from '../papers/index.ts'
import type { CommandEntry } from './command.ts'
import type { Terminal } from './terminal.ts'

/**
 * Why a documented command of ours would not run, as the command line with these commands sees it;
 * null if it would.
 */
export async function ownCommandFault(
  [program, ...rest]: readonly string[],
  commands: readonly CommandEntry[],
): Promise<string | null> {
  return program === 'npm' ? npmFault(rest) : assayFault(program, rest, commands)
}

function npmFault([verb, name]: readonly string[]): string | null {
  if (verb === 'ci') return null
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const script = verb === 'run' ? name : verb
  return Object.hasOwn(scripts, script) ? null : `package.json has no script ${script}`
}

async function assayFault(
  program: string,
  words: readonly string[],
  commands: readonly CommandEntry[],
): Promise<string | null> {
  const [bin, name, ...args] = words
  if (program !== 'npx' || bin !== 'assay') return 'is neither npm nor npx assay'
  const entry = commands.find((one) => one.name === name)
  if (!entry) return `there is no command ${name}`
  const parent = new Command(name)
  const file = await entry.load()
  file.define(parent, silent, commands)
  const sub = parent.commands.find((one) => one.name() === args[0])
  try {
    const { operands, unknown } = (sub ?? parent).parseOptions(sub ? args.slice(1) : [...args])
    if (unknown.length > 0) return `there is no option ${unknown[0]}`
    const stranger = operands.find((operand) => !isKnown(operand, name))
    return stranger === undefined ? null : `there is no paper ${stranger}`
  } catch (error) {
    return (error as Error).message
  }
}

/** What documents call a paper that is yet to be written. */
const placeholder = 'my-paper'

/** A paper, or the one to be written; for an audit or a review, a folder that is there, too. */
function isKnown(operand: string, command: string): boolean {
  if (operand === placeholder || papers.some(({ slug }) => slug === operand)) return true
  return /^(audit|review)$/.test(command) && existsSync(join(packageRoot, operand))
}

const silent = { env: {}, write: () => {}, say: () => {} } as unknown as Terminal
