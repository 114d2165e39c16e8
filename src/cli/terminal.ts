import pc from 'picocolors'
import type { ExitCode } from '../user-error.ts'

export type Colours = ReturnType<typeof pc.createColors>

/** Where a command speaks: results to `write`, talk to `say`, and how it ends. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whole lines with their newline, to stdout. */
  write(text: string): void
  /** One line without newline, to stderr. */
  say(line: string): void
  /** Whether a person watches stderr. */
  readonly interactive: boolean
  /** For what is written; plain where nobody sees colours. */
  readonly colours: Colours
  /** Columns to fill: never more than 100. */
  readonly width: number
  exitWith(code: ExitCode): void
}

/** The terminal of this process. `exitWith` hears a command's exit code. */
export function processTerminal(exitWith: Terminal['exitWith']): Terminal {
  const { env, stdout, stderr } = process
  return {
    env,
    write: (text) => void stdout.write(text),
    say: (line) => void stderr.write(`${line}\n`),
    interactive: Boolean(stderr.isTTY) && env.TERM !== 'dumb',
    colours: pc.createColors(showsColours(stdout, env)),
    width: Math.max(60, Math.min(100, stdout.columns ?? 100)),
    exitWith,
  }
}

/** As `terminal`, but with stdout kept for the one document of `--json`. */
export function quietTerminal(terminal: Terminal): Terminal {
  return {
    ...terminal,
    write: (text) => terminal.say(text.replace(/\n$/, '')),
    colours: pc.createColors(false),
  }
}

function showsColours(stream: NodeJS.WriteStream, env: Terminal['env']): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true
  return Boolean(stream.isTTY) && env.TERM !== 'dumb'
}
