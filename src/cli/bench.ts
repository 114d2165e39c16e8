import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { packageRoot } from '../package-root.ts'
import { type ExitCode, exitCodes, UserError } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

interface BenchOptions {
  readonly quick?: boolean
  readonly json?: boolean
  readonly list?: boolean
  readonly record?: boolean
  readonly allowDirty?: boolean
  readonly compare?: string
  readonly plot?: boolean
}

/** `assay bench [PATTERN]`: the program of bench/, in a process of its own that nothing else loads. */
export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[pattern]', 'a part of a name; all unless given')
    .option('--quick', 'fewer and shorter rounds, for a first look')
    .option('--json', 'one document on stdout instead of tables')
    .option('--list', 'the names, and nothing is run')
    .option('--record', 'append the results to bench/history, under the commit')
    .option('--allow-dirty', 'record a changed checkout, too; the line says so')
    .option(
      '--compare <rev>',
      'build another revision, time both in turns, say what has become slower',
    )
    .addOption(
      new Option(
        '--plot',
        'draw throughput over the commits of bench/history; nothing is run',
      ).conflicts(['quick', 'json']),
    )
    .addHelpText('after', examples)
    .action(async (pattern: string | undefined, options: BenchOptions) => {
      const { compare, allowDirty, ...flags } = options
      if (flags.plot && pattern !== undefined)
        throw new UserError(`--plot draws all that is in bench/history: leave out ${pattern}`)
      const words = [
        ...Object.keys(flags).map((name) => `--${name}`),
        ...(allowDirty ? ['--allow-dirty'] : []),
        ...(compare === undefined ? [] : [`--compare=${compare}`]),
        ...(pattern ? ['--', pattern] : []),
      ]
      terminal.exitWith(await bench(words, terminal))
    })
}

const examples = `
Times the kernels and one training step of each paper's net, beside peers where they are there.
--compare times this checkout as it is built, and REV built in a worktree of its own.

Examples:
  assay bench                          everything, a few minutes
  assay bench matmul                   what has "matmul" in its name
  assay bench highway --quick
  assay bench matmul --compare main    is this checkout slower than main?
  assay bench --record                 remember the results of this commit
  assay bench --plot                   and look at all that are remembered

Exit codes: 0 fine, 1 an answer departed from the definition, a benchmark is slower than at REV, or
--record was asked for a changed checkout, 3 REV does not build or the history cannot be read or
written, 64 no such name or revision.`

function bench(words: readonly string[], { write }: Terminal): Promise<ExitCode> {
  const program = join(packageRoot, 'dist', 'bench', 'main.js')
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8').on('data', write)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve((code ?? exitCodes.couldNotRun) as ExitCode))
  })
}
