import { type FolderIndex, indexOf } from './folder-index.ts'
import { isUsed, type Purpose, readsOf } from './flow.ts'
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

/** The options that programs declare to a parser, or pick from the words of the command line. */
export function optionsOf(programs: readonly Program[]): Options {
  const index = indexOf(programs)
  const options = programs.flatMap((program) => [
    ...program.calls.flatMap(({ node }) => declaredBy(node, program, index)),
    ...pickedOptions(program, index),
  ])
  const isWholesale = programs.some((program) => handsOverAll(program, index))
  const known = new Map<string, boolean>()
  return {
    options,
    isUsed(option, purpose) {
      const { starts, name } = option
      if (starts === null || (isWholesale && !option.isWord)) return true
      const key = starts.length === 0 ? '' : `${purpose} ${option.path} ${name}`
      const use = known.get(key) ?? isUsed(starts, index, purpose)
      known.set(key, use)
      return use
    },
  }
}

/** argparse, optparse, click, typer, absl, commander, yargs. */
function declaredBy(call: Node, program: Program, index: FolderIndex): Option[] {
  const callee = calleeOf(call)
  const values = positional(call)
  const texts = values.filter(({ kind }) => kind === 'text').map(({ text }) => text)
  const help = keyword(call, 'help')
  const type = keyword(call, 'type')
  const common = {
    path: program.path,
    line: call.line,
    isWord: false,
    default: keyword(call, 'default') ?? null,
    type: type ? written(program, type) : null,
    help: help && isWords(help) ? help.text : null,
  }
  if (callee.kind === 'member' && /^(add_argument|add_option)$/.test(callee.text)) {
    if (texts.length === 0) return []
    const name = keyword(call, 'dest')?.text ?? keyOf(texts, '_')
    return [{ ...common, names: texts, name, starts: attributes(name, index) }]
  }
  if (/^(option|argument)$/.test(callee.text) && call.parent?.kind === 'decorated') {
    const own = call.parent.parts.at(-1) ?? null
    const name = texts.find((text) => !text.startsWith('-')) ?? keyOf(texts, '_')
    return texts.length === 0 ? [] : [{ ...common, names: texts, name, starts: readsOf(own, name) }]
  }
  if (/^(Option|Argument)$/.test(callee.text) && call.parent?.kind === 'parameter') {
    const name = call.parent.text
    const names = texts.some((text) => typed.test(text)) ? texts : [`--${name.replaceAll('_', '-')}`]
    const starts = readsOf(around(call, 'function'), name)
    return [{ ...common, default: values[0] ?? null, names, name, starts }]
  }
  if (/^DEFINE_\w+$/.test(callee.text) && texts.length > 0) {
    const [name] = texts
    return [
      {
        ...common,
        ...{ names: [`--${name}`], name, default: values[1] ?? null },
        help: texts.at(-1) ?? null,
        starts: attributes(name, index),
      },
    ]
  }
  if (callee.kind === 'member' && /^(option|requiredOption)$/.test(callee.text))
    return commander(call, texts, common, index)
  return []
}

function commander(
  call: Node,
  texts: readonly string[],
  common: Omit<Option, 'names' | 'name' | 'starts'>,
  index: FolderIndex,
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
      starts: attributes(name, index),
    },
  ]
}

const isWords = ({ kind }: Node) => kind === 'text' || kind === 'template'

/** Whether a program takes all its options at once, under names that are made at run time. */
function handsOverAll({ calls, nodes }: Program, index: FolderIndex): boolean {
  if (calls.some(({ node }) => /^(setattr|HfArgumentParser)$/.test(calleeOf(node).text))) return true
  const wholes = [
    ...calls.map(({ node }) => node).filter((node) => /^(vars|asdict)$/.test(calleeOf(node).text)),
    ...nodes.filter(({ kind, text }) => kind === 'member' && text === '__dict__'),
  ]
  return isUsed(wholes, index, 'setting')
}
