import type { CodeLine } from './gather/source-code.ts'
import { knowsOption } from './seed-option.ts'

/** Where a program takes its seed. */
export interface SeedUse {
  readonly path: string
  readonly line: number
  /** The name that it goes by from there. */
  readonly name: string
  /** Whether that name stands anywhere else in the program. */
  readonly isUsed: boolean
}

/** The line on which an option is read, and whether what is read goes anywhere; null: not found. */
export function seedUse(code: readonly CodeLine[], option: string): SeedUse | null {
  const taken = code.find((line) => knowsOption(line, option))
  if (!taken) return null
  const { path, line, text } = taken
  const name = nameOf(text, option)
  const word = new RegExp(`(?<![\\w-])${name.replaceAll('$', '\\$')}(?![\\w-])`)
  const others = code.filter((other) => other.path === path && other.line !== line)
  const inline = new RegExp(`[\\w.]\\s*\\(.*${escaped(option)}`).test(text) && !isAssigned(text)
  // "generator(Number(option('--seed')))" hands it on at once; argparse's line never does.
  const isHandedOn = inline && !/add_argument|add_option|\.option\(|DEFINE_/.test(text)
  return { path, line, name, isUsed: isHandedOn || others.some((other) => word.test(other.text)) }
}

const assigned = /^\s*(?:const|let|var|local)?\s*(\w+)\s*=(?!=)/

const isAssigned = (text: string) => assigned.test(text)

/** `seed = argv[1]` and `const s = option('--seed')` name it themselves; a parser takes the option's. */
function nameOf(text: string, option: string): string {
  const own = /add_argument|add_option|\.option\(|DEFINE_/.test(text) ? null : assigned.exec(text)
  const dest = /\bdest\s*=\s*["'](\w+)["']/.exec(text)
  return dest?.[1] ?? own?.[1] ?? option.replace(/^-+/, '').replaceAll('-', '_')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
