import { isUsed, type Purpose, readsOf } from './flow.ts'
import { type FolderIndex, indexOf } from './folder-index.ts'
import { type Namespaces, namespacesIn } from './namespaces.ts'
import { around, calleeOf, keyword, type Node, positional } from './node.ts'
import { attributes, keyOf, type Option, typed } from './option.ts'
import { pickedOptions } from './picked-options.ts'
import { type Program, written } from './program.ts'

/** The options of all programs of a folder, and what is made of each. */
export interface Options {
  readonly options: readonly Option[]
  /** Whether a value goes anywhere but into what is printed and recorded. */
  isUsed(option: Option, purpose: Purpose): boolean
}

const known = new WeakMap<readonly Program[], Options>()

/** The options that programs declare to a parser, or pick from the words of the command line. */
export function optionsOf(programs: readonly Program[]): Options {
  const options = known.get(programs) ?? readOptions(programs)
  known.set(programs, options)
  return options
}

function readOptions(programs: readonly Program[]): Options {
  const index = indexOf(programs)
  const namespaces = namespacesIn(programs, index)
  const options = programs.flatMap((program) => [
    ...program.calls.flatMap(({ node }) => declaredBy(node, program, index, namespaces)),
    ...pickedOptions(program, index, namespaces),
  ])
  const known = new Map<string, boolean>()
  return {
    options,
    isUsed(option, purpose) {
      const { starts, name } = option
      if (starts === null || (namespaces.isLost && option.isAttribute)) return true
      const key = starts.length === 0 ? '' : `${purpose} ${option.path} ${name}`
      const use = known.get(key) ?? isUsed(starts, index, purpose)
      known.set(key, use)
      return use
    },
  }
}

/** argparse, optparse, click, typer, absl, commander, yargs. */
function declaredBy(
  call: Node,
  program: Program,
  index: FolderIndex,
  namespaces: Namespaces,
): Option[] {
  const callee = calleeOf(call)
  const values = positional(call)
  const texts = values.filter(({ kind }) => kind === 'text').map(({ text }) => text)
  const attributesOf = (name: string) => attributes(name, index, namespaces)
  const help = keyword(call, 'help')
  const type = keyword(call, 'type')
  const common = {
    path: program.path,
    line: call.line,
    isAttribute: true,
    default: keyword(call, 'default') ?? null,
    type: type ? written(program, type) : null,
    help: help && isWords(help) ? help.text : null,
    choices: choicesOf(keyword(call, 'choices')),
  }
  if (callee.kind === 'member' && /^(add_argument|add_option)$/.test(callee.text)) {
    if (texts.length === 0) return []
    const name = keyword(call, 'dest')?.text ?? keyOf(texts, '_')
    return [{ ...common, names: texts, name, starts: attributesOf(name) }]
  }
  if (/^(option|argument)$/.test(callee.text) && call.parent?.kind === 'decorated') {
    const own = call.parent.parts.at(-1) ?? null
    const name = texts.find((text) => !text.startsWith('-')) ?? keyOf(texts, '_')
    return texts.length === 0
      ? []
      : [{ ...common, names: texts, name, starts: readsOf(own, name), isAttribute: false }]
  }
  if (/^(Option|Argument)$/.test(callee.text) && call.parent?.kind === 'parameter') {
    const name = call.parent.text
    const names = texts.some((text) => typed.test(text))
      ? texts
      : [`--${name.replaceAll('_', '-')}`]
    const starts = readsOf(around(call, 'function'), name)
    return [{ ...common, default: values[0] ?? null, names, name, starts, isAttribute: false }]
  }
  if (/^DEFINE_\w+$/.test(callee.text) && texts.length > 0) {
    const [name] = texts
    return [
      {
        ...common,
        ...{ names: [`--${name}`], name, default: values[1] ?? null },
        help: texts.at(-1) ?? null,
        starts: attributesOf(name),
      },
    ]
  }
  if (callee.kind === 'member' && /^(option|requiredOption)$/.test(callee.text))
    return commander(call, texts, common, attributesOf)
  return []
}

function commander(
  call: Node,
  texts: readonly string[],
  common: Omit<Option, 'names' | 'name' | 'starts'>,
  attributesOf: (name: string) => readonly Node[],
): Option[] {
  const [flags = '', help = null] = texts
  const names = flags.split(/[\s,|]+/).filter((word) => typed.test(word))
  const described = positional(call)[1]
  const isYargs = described?.kind === 'dictionary'
  if (names.length === 0 && !isYargs) return []
  const given = (key: string) => described?.parts.find(({ text }) => text === key)?.parts[0]
  const name = keyOf(names.length > 0 ? names : [flags], 'camel')
  return [
    {
      ...common,
      ...{ names: names.length > 0 ? names : [`--${flags}`], name },
      default: isYargs ? (given('default') ?? null) : (positional(call)[2] ?? null),
      help: isYargs ? (given('describe')?.text ?? null) : help,
      starts: attributesOf(name),
    },
  ]
}

/** `choices=("net", "line")`: where each is written out. */
function choicesOf(list: Node | undefined): readonly string[] | null {
  const isWhole = list?.kind === 'tuple' && list.parts.length > 0 && list.parts.every(isText)
  return isWhole ? list.parts.map(({ text }) => text) : null
}

const isText = ({ kind }: Node) => kind === 'text'

const isWords = ({ kind }: Node) => kind === 'text' || kind === 'template'
