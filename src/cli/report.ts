import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { papers } from '../papers/index.ts'
import { writeAtomic } from '../records/atomic-file.ts'
import { gather } from '../report/gather.ts'
import { site } from '../report/site.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

/** `assay report`. */
export function define(command: Command, terminal: Terminal): void {
  command
    .option('--out <dir>', 'where the pages go', join('out', 'site'))
    .addHelpText('after', examples)
    .action(({ out }: { out: string }) => {
      if (out.trim() === '') throw new UserError('--out takes a folder, such as out/site')
      terminal.exitWith(writeReport(packageRoot, resolve(out), terminal))
    })
}

const examples = `
Pages that open from the disk or from any web server, and train the papers in the reader's browser.

Examples:
  assay report                    into out/site; open out/site/index.html
  assay report --out public

Exit codes: 0 written; 1 written, but a golden or an audit is missing or broken, and its page says so;
3 could not be written, or nothing has been built.`

/** Writes the site of what lies under `root` into a folder, and says what it lacks. */
export function writeReport(
  root: string,
  out: string,
  { write, say }: Pick<Terminal, 'write' | 'say'>,
): ExitCode {
  const source = gather(papers, root, join(packageRoot, 'dist'))
  const files = site(source)
  for (const [path, content] of files)
    writeAtomic(join(out, path), content, 'Make room, or name another folder with --out')
  write(`${files.size} files in ${out}; open ${join(out, 'index.html')}\n`)
  for (const { what } of source.faults) say(`assay: ${what}`)
  return source.faults.length > 0 ? exitCodes.failed : exitCodes.fine
}
