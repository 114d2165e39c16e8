import type { FolderIndex } from './folder-index.ts'
import type { Namespaces } from './namespaces.ts'
import { lastName, type Node } from './node.ts'

/** Something that a program takes from its command line (or from a variable of the environment). */
export interface Option {
  readonly path: string
  readonly line: number
  /** As they are typed: `--seed`, `-s`; a bare name for what is taken by its place. */
  readonly names: readonly string[]
  /** What its value is called in the program. */
  readonly name: string
  /** Where they are written out. */
  readonly default: Node | null
  readonly type: string | null
  readonly help: string | null
  /** The only values that it takes; null where any may be given. */
  readonly choices: readonly string[] | null
  /** Its value is an attribute of what a parser gives. */
  readonly isAttribute: boolean
  /** Where its value comes into the program; null where it may be anywhere. */
  readonly starts: readonly Node[] | null
}

/** An option as it is typed. */
export const typed = /^-{1,2}[A-Za-z][\w-]*$/

/** Whether an option is a seed: `--seed`, `--random-seed`, `SEED`. */
export const takesSeed = ({ names }: Pick<Option, 'names'>) =>
  names.some((name) => /^(--?)?(\w[\w-]*[-_])?seeds?$/i.test(name))

/** Whether an option is the one that is typed so; a seed may be taken under any of its names. */
export function knows(option: Option, typed: string): boolean {
  const bare = typed.replace(/^-+/, '')
  if (/seed/i.test(bare)) return takesSeed(option)
  return option.names.includes(typed) || option.names.includes(bare)
}

/** The name of a value by its option, as parsers make it: of `--learning-rate`. */
export function keyOf(names: readonly string[], style: '_' | 'camel'): string {
  const bare = (names.find((name) => name.startsWith('--')) ?? names[0] ?? '').replace(/^-+/, '')
  return style === '_'
    ? bare.replaceAll('-', '_')
    : bare.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Where the result of a parser is asked for a value. */
export const attributes = (
  name: string,
  { members, keys }: FolderIndex,
  { names }: Pick<Namespaces, 'names'>,
): Node[] => {
  const isOne = (object: Node) =>
    names.size === 0 ? !/^(self|this)$/.test(object.text) : names.has(lastName(object))
  return [
    ...(members.get(name) ?? []).filter(({ kind, parts }) => kind === 'entry' || isOne(parts[0])),
    ...(keys.get(name) ?? []).filter(({ kind, parts }) =>
      kind === 'call' && parts[0].text === 'getattr' ? isOne(parts[1]) : names.size === 0,
    ),
  ]
}
