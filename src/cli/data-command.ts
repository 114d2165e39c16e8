import type { Command } from 'commander'
import type { ExitCode } from '../user-error.ts'
import { type DataOptions, dataFetch, dataStatus, dataVerify } from './data.ts'
import { downloadLine } from './open-data.ts'
import type { Terminal } from './terminal.ts'

/** `assay data [status|fetch|verify]`. */
export function define(command: Command, terminal: Terminal): void {
  const actions: readonly [string, string, (options: DataOptions) => Promise<ExitCode>][] = [
    ['status', 'every place where MNIST may lie, and what --data auto takes', dataStatus],
    ['fetch', "what assay's cache lacks, from the mirrors", dataFetch],
    ['verify', 'every file that is there against its sha256', dataVerify],
  ]
  for (const [name, summary, action] of actions) {
    const sub = command.command(name, { isDefault: name === 'status' }).description(summary)
    sub.option('--json', 'one JSON document on stdout')
    if (name !== 'fetch') sub.option('--data <dir>', 'a folder to look at as well')
    sub.action(async ({ json, data }: { json?: boolean; data?: string }) => {
      const line = downloadLine(terminal)
      const { env, write, say } = terminal
      try {
        const code = await action({ env, write, say, json, data, progress: line.show })
        terminal.exitWith(code)
      } finally {
        line.clear()
      }
    })
  }
  command.addHelpText('after', examples)
}

const examples = `
Examples:
  assay data                     where MNIST is looked for, and what is there
  assay data fetch               download it into the cache, with resume
  ASSAY_DATA=/my/mnist assay data verify

Exit codes: 0 fine, 1 a file is bad, 3 there is nothing, or it could not be had.`
