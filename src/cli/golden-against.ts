import { looseningsSince } from '../goldens/ratchet/loosenings.ts'
import { openRevision } from '../goldens/ratchet/revision.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './text/figures.ts'

/** Prints what the checkout under `root` asks less of than a revision did, with the commits since. */
export function goldenAgainst(root: string, name: string, terminal: Terminal): ExitCode {
  const revision = openRevision(root, name)
  const loosened = looseningsSince(root, revision)
  const short = revision.commit.slice(0, 12)
  for (const { path, what } of loosened) {
    terminal.write(`${path}: ${what}\n`)
    const commits = revision.since(path)
    for (const commit of commits.length > 0 ? commits : ['not committed yet'])
      terminal.write(`    ${commit}\n`)
  }
  terminal.write(
    loosened.length === 0
      ? `Nothing asks for less than at ${short}.\n`
      : `${counted(loosened.length, 'thing')} asked for more at ${short}.\n`,
  )
  return loosened.length === 0 ? exitCodes.fine : exitCodes.failed
}
