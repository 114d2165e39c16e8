import type { Command } from 'commander'
import { checkGradients } from '../audit/probing/gradient-checks.ts'
import { exitCodes } from '../user-error.ts'
import { chosenPapers } from './chosen-papers.ts'
import { type SharedOptions, shareOptions } from './options.ts'
import { quietTerminal, type Terminal } from './terminal.ts'
import { gradientText } from './text/gradient-table.ts'

/** `assay gradcheck SLUG…`. */
export function define(command: Command, terminal: Terminal): void {
  command.argument('[slug...]', 'papers, as assay list names them')
  shareOptions(command, 'all', 'json')
  command
    .addHelpText('after', examples)
    .action(async (slugs: string[], { all, json }: SharedOptions) => {
      const words = json ? quietTerminal(terminal) : terminal
      const checks = []
      for (const paper of chosenPapers(slugs, all)) {
        const check = await checkGradients(paper)
        checks.push(check)
        words.write(`${gradientText(check, words.colours).join('\n')}\n`)
      }
      if (json)
        terminal.write(`${JSON.stringify({ schema: 'assay/gradcheck@1', checks }, null, 2)}\n`)
      terminal.exitWith(checks.every(({ passes }) => passes) ? exitCodes.fine : exitCodes.failed)
    })
}

const examples = `
Examples:
  assay gradcheck highway-networks
  assay gradcheck --all --json

Each paper's nets at full depth and small width, in float64: analytic gradients against central
differences. Exit codes: 0 all agree, 1 one does not.`
