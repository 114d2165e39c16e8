import { type Command, Option } from 'commander'
import { parseSeeds } from '../claims/seeds.ts'
import type { BackendName } from '../numerics/backend.ts'
import { backendNames } from '../numerics/backends.ts'
import type { Preset } from '../records/record.ts'
import { UserError } from '../user-error.ts'

/** The options that whatever trains or reads runs shares, as a command's action gets them. */
export interface SharedOptions {
  readonly all?: boolean
  readonly preset: Preset
  readonly seeds?: readonly number[]
  readonly arm: readonly string[]
  readonly data: string
  readonly set: readonly string[]
  readonly backend?: BackendName
  readonly threads?: number
  readonly workers?: number
  readonly out: string
  readonly resume?: boolean
  readonly json?: boolean
}

type OptionName = keyof SharedOptions

/** Puts some of the shared options onto a command, always of the same name, meaning and default. */
export function shareOptions(command: Command, ...names: readonly OptionName[]): Command {
  for (const name of names) command.addOption(options[name]())
  return command
}

const options: Readonly<Record<OptionName, () => Option>> = {
  all: () => new Option('--all', 'all papers'),
  preset: () =>
    new Option('--preset <name>', 'size of the runs; no paper has the preset paper yet')
      .choices(['quick', 'headline', 'paper'])
      .default('headline'),
  seeds: () =>
    new Option(
      '--seeds <list>',
      'such as 0-4 or 0,3,7 (default: what the preset declares)',
    ).argParser(parseSeeds),
  arm: () =>
    new Option('--arm <name>', 'only this arm; may be repeated')
      .argParser(collected)
      .default([], 'all'),
  data: () =>
    new Option('--data <source>', 'auto, mnist, strokes, or a folder with MNIST').default('auto'),
  set: () =>
    new Option('--set <key=value>', 'change a config key; may be repeated')
      .argParser(collected)
      .default([], 'none'),
  backend: () =>
    new Option(
      '--backend <name>',
      'kernels in C, in wasm, or their slow definition (default: native where it was built, else wasm)',
    ).choices(backendNames),
  threads: () =>
    new Option(
      '--threads <n>',
      'threads in a run (default: what cores the runs at a time leave)',
    ).argParser(count('--threads', 64)),
  workers: () =>
    new Option('--workers <n>', 'runs at a time (default: one a core)').argParser(
      count('--workers'),
    ),
  out: () => new Option('--out <dir>', 'where records are stored').default('out'),
  resume: () => new Option('--resume', 'take stored runs that are the same, train the rest'),
  json: () => new Option('--json', 'one JSON document on stdout, words on stderr'),
}

function collected(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

/** Reads the whole number of an option. Throws UserError for what is none, or out of bounds. */
export function count(option: string, most = 9999, least = 1): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^(0|[1-9]\d{0,3})$/.test(text) && number >= least && number <= most) return number
    throw new UserError(
      `${option} ${text}: expected a whole number from ${least} to ${most}, such as ${option} 2`,
    )
  }
}
