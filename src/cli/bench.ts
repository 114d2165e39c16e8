import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../package-root.ts'
import { type ExitCode, exitCodes } from '../user-error.ts'
import type { Terminal } from './terminal.ts'

interface BenchOptions {
  readonly quick?: boolean
  readonly json?: boolean
  readonly list?: boolean
}

/** `assay bench [PATTERN]`: the program of bench/, in a process of its own that nothing else loads. */
export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[pattern]', 'a part of a name; all unless given')
    .option('--quick', 'fewer and shorter rounds, for a first look')
    .option('--json', 'one document on stdout instead of tables')
    .option('--list', 'the names, and nothing is run')
    .addHelpText('after', examples)
    .action(async (pattern: string | undefined, options: BenchOptions) => {
      const flags = Object.keys(options).map((name) => `--${name}`)
      terminal.exitWith(await bench([...flags, ...(pattern ? ['--', pattern] : [])], terminal))
    })
}

const examples = `
Times the kernels and one training step of each paper's net.

Examples:
  assay bench                     everything, about a minute
  assay bench matmul              what has "matmul" in its name
  assay bench highway --quick

Exit codes: 0 fine, 1 an answer departed from the definition, 64 no such name.`

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
