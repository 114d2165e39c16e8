import { tmpdir } from 'node:os'
import pc from 'picocolors'
import { runProgram } from '../../src/cli/program.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import type { Ended } from './assay.ts'

/** A terminal that keeps what is said on it. */
export function keepingTerminal(env: Terminal['env'] = {}) {
  const written: string[] = []
  const said: string[] = []
  const terminal: Terminal = {
    env,
    write: (text) => void written.push(text),
    say: (line) => void said.push(line),
    interactive: false,
    colours: pc.createColors(false),
    width: 100,
    exitWith: () => {},
  }
  return { terminal, written, said, stdout: () => written.join('') }
}

/** Runs the command line in this process, with the environment of `start`: no MNIST, no CI. */
export async function assayIn(env: Terminal['env'], ...words: string[]): Promise<Ended> {
  const { PATH } = process.env
  const { terminal, stdout, said } = keepingTerminal({ PATH, HOME: tmpdir(), ...env })
  const code = await runProgram(words, terminal)
  return { code, stdout: stdout(), stderr: said.map((line) => `${line}\n`).join('') }
}

/** As `assay`, without a process of its own. */
export const assayHere = (...words: string[]): Promise<Ended> => assayIn({}, ...words)
