import type { CodeLine } from './gather/source-code.ts'

/** How programs in languages without a parser here take a seed: by its name, its place, a variable. */
const takings: readonly RegExp[] = [
  /["'`](?:-\w,\s*)?--(?:\w[\w-]{0,40}-)?seeds?\b/i,
  /\b(?:getopt\w*|arg\w*)\s*\(\s*["'`][^"'`]{0,20}\bseeds?\b/i,
  /\bseeds?\w*\s*(?:=|<-).{0,80}\b(?:argv|commandArgs|ARGS)\b/i,
  /\bseeds?\w*\s*=\s*["']?\$\{?[1-9@]/i,
  /^\s*--(?:\w[\w-]{0,40}-)?seeds?\b[^)]*\)/i,
  /\b(?:environ|env|getenv|ENV)\b.{0,40}\bSEED\b/,
]

/** Whether a line of code names an option as it is typed, or takes the seed from outside. */
export function knowsOption({ text }: Pick<CodeLine, 'text'>, option: string): boolean {
  const bare = option.replace(/^-+/, '')
  if (['"', "'", '`'].some((quote) => text.includes(`${quote}${option}`))) return true
  if (/seed/i.test(bare)) return text.length < 2000 && takings.some((taking) => taking.test(text))
  return text.includes(`"${bare}"`) || text.includes(`'${bare}'`)
}

/** Whether a command chooses a seed: `--seed 0`, `-s 0` does not tell, `seed=0`, `SEED=0`. */
export const usesSeed = (command: string) =>
  command
    .split(' ')
    .some((word) => /^(?:--?[\w.-]{0,40})?seeds?(?:=|$)/i.test(word.replace(/^[\w.]+\./, '')))
