import pc from 'picocolors'
import type { Terminal } from '../../src/cli/terminal.ts'

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
