import type { CodeLine } from './gather/source-code.ts'

/**
 * How programs take a seed from the command line: argparse, click, commander, yargs, absl, getopt by
 * the name between quotes; typer, fire and tyro by an argument; bare argv by its place.
 */
const takings: readonly RegExp[] = [
  /["'`](?:-\w,\s*)?--(?:\w[\w-]{0,40}-)?seeds?\b/i,
  /\b(?:option|option\w*|add_argument|addOption|DEFINE_\w+|getopt\w*|Option|arg)\s*\(\s*["'`][^"'`]{0,20}\bseeds?\b/i,
  /^\s*(?:def|async def)\s+\w+\s*\(.*\bseeds?\s*[:=,)]/,
  /\bseeds?\w*\s*=.{0,80}\bargv\b/i,
  /\bargv\b.{0,80}\bseeds?\b/i,
  /\bseeds?\w*\s*=\s*["']?\$\{?[1-9@]/i,
  /\b(?:environ|env|getenv)\b.{0,40}\bSEED\b/,
  /["'`]?\bseeds?["'`]?\s*:\s*\{\s*type\s*:/i,
]

/** Whether a line of code takes the seed from outside. */
export const takesSeed = ({ text }: Pick<CodeLine, 'text'>) =>
  text.length < 2000 && takings.some((taking) => taking.test(text))

/** Whether a line of code names an option as it is typed, or as its parser declares it. */
export function knowsOption(line: Pick<CodeLine, 'text'>, option: string): boolean {
  const bare = option.replace(/^-+/, '')
  if (['"', "'", '`'].some((quote) => line.text.includes(`${quote}${option}`))) return true
  return sameSeed(bare)
    ? takesSeed(line)
    : line.text.includes(`"${bare}"`) || line.text.includes(`'${bare}'`)
}

const sameSeed = (bare: string) => /seed/i.test(bare)

/** Whether a command chooses a seed: `--seed 0`, `-s 0` does not tell, `seed=0`, `SEED=0`. */
export const usesSeed = (command: string) =>
  command
    .split(' ')
    .some((word) => /^(?:--?[\w.-]{0,40})?seeds?(?:=|$)/i.test(word.replace(/^[\w.]+\./, '')))
