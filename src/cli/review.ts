import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { packetMarkdown } from '../audit/review/packet-markdown.ts'
import { packetFor } from '../audit/subjects/packet.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { CommandEntry } from './command.ts'
import { ownCommandFault } from './own-command.ts'
import { subjectNamed } from './subject-named.ts'
import type { Terminal } from './terminal.ts'

interface ReviewOptions {
  readonly out?: string
  readonly format: 'markdown' | 'json'
}

/** `assay review SLUG|FOLDER`. */
export function define(
  command: Command,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): void {
  command
    .argument('<subject>', 'a folder, or a paper as assay list names it')
    .option('--out <file>', 'where the packet is written (default: stdout)')
    .addOption(
      new Option('--format <name>', 'how it is written')
        .choices(['markdown', 'json'])
        .default('markdown'),
    )
    .addHelpText('after', examples)
    .action(async (subject: string, options: ReviewOptions) =>
      terminal.exitWith(await review(subject, options, terminal, commands)),
    )
}

const examples = `
Examples:
  assay review path/to/stub                     what to read, with the facts beside each other
  assay review path/to/stub --out packet.md     the same into a file, for a colleague or an agent
  assay review path/to/stub --format json       for a program
  assay audit path/to/stub --review answer.json what they answered, checked, in the report

A packet ends with the shape of the answer. Nothing is run, and nothing leaves this machine.
Exit codes: 0 written, 3 the folder cannot be read or the file not written, 64 wrong usage: there is no such
folder or paper, or none for --out.`

async function review(
  name: string,
  { out, format }: ReviewOptions,
  terminal: Terminal,
  commands: readonly CommandEntry[],
): Promise<ExitCode> {
  if (out !== undefined && !existsSync(dirname(out)))
    throw new UserError(
      `There is no folder ${dirname(out)} for --out ${out}: make it, or name another file`,
      exitCodes.usage,
    )
  const packet = await packetFor(subjectNamed(name), (words) => ownCommandFault(words, commands))
  const text = format === 'json' ? `${JSON.stringify(packet, null, 2)}\n` : packetMarkdown(packet)
  if (out === undefined) terminal.write(text)
  else {
    writeAtomic(out, text, 'Name another file with --out')
    terminal.say(`Written: ${out}`)
  }
  return exitCodes.fine
}
