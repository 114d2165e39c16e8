// Runs the audit over the labelled folders of specs/audit/corpus and prints its precision and recall.
// --run makes the runs that they declare, too; --mistakes lists each miss and each false finding;
// --write brings audits/ACCURACY.md up to date (by reading alone), --check says whether it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corpus } from '../specs/audit/corpus/index.ts'
import { kinds } from '../specs/audit/corpus/kinds.ts'
import { loadRules } from '../src/audit/rules.ts'
import { describeStale, fillBlocks, staleBlocks } from '../src/docs/blocks.ts'
import { packageRoot } from '../src/package-root.ts'
import { writeAtomic } from '../src/records/atomic-file.ts'
import { exitCodes, UserError } from '../src/user-error.ts'
import { auditAsUsersDo } from './accuracy/audited.ts'
import { readHandCounts } from './accuracy/by-hand.ts'
import { accuracyBlocks, accuracyPath } from './accuracy/document.ts'
import { measure } from './accuracy/measure.ts'
import { tally } from './accuracy/tally.ts'
import { accuracyText, mistakesText } from './accuracy/terminal.ts'

const usage = 'npm run audit:measure [-- --run] [-- --mistakes] [-- --write | --check]'

function parseOptions() {
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({ options: { run: flag, mistakes: flag, write: flag, check: flag } }).values
  } catch (error) {
    throw new UserError(`${(error as Error).message}. Usage: ${usage}`, exitCodes.couldNotRun)
  }
}

async function main(): Promise<void> {
  const { run = false, mistakes, write, check } = parseOptions()
  if (run && (write || check))
    throw new UserError(
      `${accuracyPath} is made by reading alone: leave out --run. Usage: ${usage}`,
      exitCodes.couldNotRun,
    )
  const measured = await measure(corpus, { audit: auditAsUsersDo, run })
  const clauses = (await loadRules()).map(({ clause }) => clause)
  const accuracy = tally(measured, { clauses, kinds: Object.keys(kinds) })
  console.log(accuracyText(accuracy))
  if (mistakes) console.log(`\n${mistakesText(measured)}`)
  if (!write && !check) return
  const file = join(packageRoot, accuracyPath)
  const before = readFileSync(file, 'utf8')
  const blocks = accuracyBlocks(accuracy, kinds, readHandCounts())
  if (write) {
    const after = fillBlocks(before, blocks, accuracyPath)
    if (after !== before) writeAtomic(file, after, 'Make it writable')
    return
  }
  for (const stale of staleBlocks(before, blocks, accuracyPath)) {
    console.error(describeStale(stale).replace('npm run docs', 'npm run audit:measure -- --write'))
    process.exitCode = exitCodes.failed
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
