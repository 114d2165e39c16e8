import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import { timeLeft } from './audit/time-left.ts'
import { guardInterruption, Interrupted } from './interruption.ts'
import { type CheckEnd, copyProject } from './selftest/project-copy.ts'
import { type Proof, proofOf, proofTable } from './selftest/proof.ts'
import { checkName } from './selftest/sabotage.ts'
import { sabotages } from './selftest/sabotages.ts'
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
  const guard = guardInterruption()
  const left = timeLeft()
  const proofs: Proof[] = []
  let next = 0
  let done = 0
  const work = async () => {
    const copy = copyProject(packageRoot)
    const sound = new Map<string, CheckEnd>()
    try {
      while (next < chosen.length && !guard.signal.aborted) {
        const at = next++
        const sabotage = chosen[at]
        const name = checkName(sabotage.check)
        const before = sound.get(name) ?? (await copy.run(sabotage.check))
        sound.set(name, before)
        proofs[at] = proofOf(
          sabotage,
          before,
          await copy.runBroken(sabotage.change, sabotage.check),
        )
        const { caught, words } = proofs[at]
        const mark = caught ? colours.green('caught') : colours.red('NOT CAUGHT')
        say(
          `${++done}/${chosen.length} ${sabotage.name}: ${mark} by ${name}${caught ? '' : `: ${words}`}${left(done, chosen.length)}`,
        )
      }
    } finally {
      copy.dispose()
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
  } finally {
    guard.release()
  }
  const signal = guard.received()
  if (signal) throw new Interrupted(signal, 'Stopped: nothing was written. Call it again')
  print(proofTable(proofs))
  if (write) writeAtomic(join(packageRoot, tablePath), proofTable(proofs), 'Make audits/ writable')
  return proofs.every(({ caught }) => caught) ? exitCodes.fine : exitCodes.failed
}
