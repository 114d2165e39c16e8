import { join } from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { proofTable } from '../selftest/proof.ts'
import { proveSabotages } from '../selftest/proofs.ts'
import { checkName } from '../selftest/sabotage.ts'
import { sabotages } from '../selftest/sabotages.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { interruptible } from './interruption.ts'
import { timeLeft } from './progress/time-left.ts'
import type { Terminal } from './terminal.ts'

interface SelftestOptions {
  readonly only?: string
  readonly write?: boolean
}

const tablePath = 'audits/SELFTEST.md'

/** `assay selftest`. */
export function define(command: Command, terminal: Terminal): void {
  command
    .option('--only <words>', 'the sabotages whose name holds these words')
    .option('--write', `write the table to ${tablePath}`)
    .addHelpText('after', examples)
    .action(async (options: SelftestOptions) =>
      terminal.exitWith(await selftest(options, terminal)),
    )
}

const examples = `
Breaks copies of this checkout, one place at a time, and demands that the check which should notice
turns red and names it. Nothing of the checkout itself is touched.

Examples:
  assay selftest                       every sabotage, some minutes
  assay selftest --only gradient       some of them

Exit codes: 0 all are caught, 1 one is not, or a check is red without it, 3 no checkout, 64 usage.`

async function selftest(
  { only = '', write = false }: SelftestOptions,
  { write: print, say, colours }: Terminal,
): Promise<ExitCode> {
  const chosen = sabotages.filter(({ name }) => name.includes(only))
  if (chosen.length === 0) throw new UserError(`No sabotage is called like “${only}”`)
  const left = timeLeft()
  const proofs = await interruptible(
    (signal) =>
      proveSabotages(packageRoot, chosen, {
        signal,
        done({ sabotage, caught, words }, done, all) {
          const mark = caught ? colours.green('caught') : colours.red('NOT CAUGHT')
          say(
            `${done}/${all} ${sabotage.name}: ${mark} by ${checkName(sabotage.check)}${caught ? '' : `: ${words}`}${left(done, all)}`,
          )
        },
      }),
    () => 'Stopped: nothing was written. Call it again',
  )
  print(proofTable(proofs))
  if (write) writeAtomic(join(packageRoot, tablePath), proofTable(proofs), 'Make audits/ writable')
  return proofs.every(({ caught }) => caught) ? exitCodes.fine : exitCodes.failed
}
