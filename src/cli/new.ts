import { spawnSync } from 'node:child_process'
import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { scaffold } from '../scaffold/scaffold.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

/** `assay new SLUG`. */
export function define(command: Command, terminal: Terminal): void {
  command
    .argument('<slug>', 'what the paper is to be called, such as deep-belief-nets')
    .addHelpText('after', examples)
    .action((slug: string) => terminal.exitWith(newPaper(slug, terminal)))
}

const examples = `
Examples:
  assay new deep-belief-nets           a folder that runs, src/papers/deep-belief-nets
  assay audit deep-belief-nets         what is still to do, as findings

Exit codes: 0 written and built, 1 written, but the build fails, 3 no checkout, 64 a wrong slug.`

function newPaper(slug: string, { write, say }: Terminal): ExitCode {
  const folder = scaffold(packageRoot, { slug, year: new Date().getUTCFullYear() })
  write(`Written: ${folder}, and its line in src/papers/index.ts.\n`)
  say('Building, and filling in its tables and its rows in README.md and golden/overview.svg.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const built = spawnSync(npm, ['run', '--silent', 'docs'], { cwd: packageRoot, encoding: 'utf8' })
  if (built.status !== 0)
    throw new UserError(
      `The paper is written, but npm run docs fails: ${(built.stderr || built.stdout || String(built.error)).trim().split('\n').at(-1)}. See it with: npm run docs`,
      exitCodes.failed,
    )
  write(`Try it:        npx assay run ${slug} --preset quick\n`)
  write(`What is to do: npx assay audit ${slug}\n`)
  write('The way of a paper, step by step, is in CONTRIBUTING.md.\n')
  return exitCodes.fine
}
