import { readsOf, recording } from './flow.ts'
import type { FolderIndex } from './folder-index.ts'
import type { Namespaces } from './namespaces.ts'
import {
  around,
  calleeOf,
  type Node,
  positional,
  rightSide,
  statementOf,
  targetsOf,
} from './node.ts'
import { attributes, keyOf, type Option, typed } from './option.ts'
import type { Program } from './program.ts'
import { givenBy, originOf } from './scope.ts'

/** The options that a program takes without declaring them one by one to a parser. */
export function pickedOptions(
  program: Program,
  index: FolderIndex,
  namespaces: Namespaces,
): Option[] {
  const bySignature = program.nodes.some(
    ({ kind, text }) => kind === 'import' && signatureParsers.test(text),
  )
  return program.nodes.flatMap((node) => {
    const picked =
      word(node) ??
      place(node) ??
      variable(node) ??
      nodeParseArgs(node, (name) => attributes(name, index, namespaces)) ??
      attribute(node) ??
      (bySignature ? signature(node, index) : null)
    if (!picked) return []
    const common = {
      path: program.path,
      line: node.line,
      type: null,
      help: null,
      choices: null,
      isAttribute: false,
    }
    return [{ ...common, default: null, ...picked }]
  })
}

type Picked = Pick<Option, 'names' | 'name' | 'starts'> & Partial<Option>

/** Packages that make options of what functions and classes take. */
const signatureParsers =
  /^(fire|tyro|clize|defopt|jsonargparse|plac|sacred|simple_parsing|argh|cyclopts|typer|transformers)\b/

/** `option('--seed', '0')`, `argv.index("--seed")`, `word == "--seed"`. */
function word(node: Node): Picked | null {
  const flag = node.kind === 'text' ? node.text.replace(/=$/, '') : ''
  const { parent } = node
  if (!typed.test(flag) || !parent) return null
  const names = [flag]
  const name = keyOf(names, '_')
  if (parent.kind === 'other' && parent.text === 'CaseLabel') return { names, name, starts: null }
  const isCompared =
    parent.kind === 'operation' || (parent.kind === 'tuple' && parent.parent?.kind === 'operation')
  // Of a call a long name alone: `plot(x, y, "-o")` and `"--k"` are ways to draw a line.
  const isAsked = parent.kind === 'call' && /^--\w\w/.test(flag) && !isElsewhere(parent)
  if (!isCompared && !isAsked) return null
  const targets = targetsAround(node)
  const own = targets[0]?.kind === 'name' ? targets[0].text : name
  if (parent.kind === 'call')
    return { names, name: own, starts: [parent], default: positional(parent)[1] ?? null }
  return { names, name: own, starts: targets.length === 0 ? null : targets.flatMap(readsOfTarget) }
}

/** Printing it, or declaring it to a parser. */
function isElsewhere(call: Node): boolean {
  const { kind, text } = calleeOf(call)
  return (
    recording.test(text) ||
    /^(add_argument|add_option|Option|DEFINE_\w+)$/.test(text) ||
    (kind === 'member' && /^(option|requiredOption|argument)$/.test(text))
  )
}

/** What the statement around a word assigns, or the block behind the test that it stands in. */
function targetsAround(node: Node): readonly Node[] {
  const test = around(node, 'if')
  if (test && statementOf(node) === test) {
    const block = test.parts.find(({ kind, at }) => kind === 'block' && at > node.at)
    return (block?.parts ?? []).filter(({ kind }) => kind === 'assign').flatMap(targetsOf)
  }
  const whole = around(node, 'assign', 'function')
  return whole?.kind === 'assign' && node.at >= rightSide(whole).at ? targetsOf(whole) : []
}

const readsOfTarget = ({ binding }: Node): readonly Node[] => binding?.reads ?? []

/** `seed = int(sys.argv[1])`, `const [, , seed] = process.argv` */
function place(node: Node): Picked | null {
  if (!/^(sys|process)\.argv$/.test(originOf(node) ?? '') || node.kind !== 'member') return null
  const { parent } = node
  if (parent?.kind === 'index' && parent.parts[1]?.kind === 'number') {
    const [target] = targetsAround(parent)
    return target ? { names: [target.text], name: target.text, starts: [parent] } : null
  }
  const [pattern] = targetsAround(node)
  const name = pattern?.kind === 'tuple' ? namesIn(pattern).at(-1) : undefined
  return name ? { names: [name.text], name: name.text, starts: readsOfTarget(name) } : null
}

const namesIn = (pattern: Node): readonly Node[] =>
  pattern.parts.map((part) => (part.kind === 'assign' ? part.parts[0] : part))

/** `os.environ["SEED"]`, `process.env.SEED` */
function variable(node: Node): Picked | null {
  if (node.kind === 'member' && originOf(node.parts[0]) === 'process.env')
    return { names: [node.text], name: node.text, starts: [node] }
  if (node.kind !== 'text' || !/^[A-Z][A-Z_\d]*$/.test(node.text)) return null
  const { parent } = node
  const read = parent?.kind === 'call' ? calleeOf(parent) : parent?.parts[0]
  const isRead = /^os\.(environ(\.get)?|getenv)$/.test((read && originOf(read)) ?? '')
  return parent && isRead ? { names: [node.text], name: node.text, starts: [parent] } : null
}

/** `parseArgs({ options: { seed: { type: 'string', default: '0' } } })` */
function nodeParseArgs(node: Node, attributesOf: (name: string) => readonly Node[]): Picked | null {
  const described = node.kind === 'entry' ? node.parts.at(-1) : undefined
  if (described?.kind !== 'dictionary' || around(node, 'entry')?.text !== 'options') return null
  const given = (key: string) => described.parts.find(({ text }) => text === key)?.parts[0]
  if (!given('type')) return null
  const starts = attributesOf(node.text)
  return { names: [`--${node.text}`], name: node.text, default: given('default') ?? null, starts }
}

/** `argv.seed`, of a parser that makes an object of what it is given. */
function attribute(node: Node): Picked | null {
  const isOne =
    node.kind === 'member' &&
    node.parts[0].kind === 'name' &&
    node.parts[0].text === 'argv' &&
    node.parent?.kind !== 'call' &&
    node.text !== 'length' &&
    givenBy(node) === null
  return isOne ? { names: [`--${node.text}`], name: node.text, starts: [node] } : null
}

/** A parameter of a function, or a field of a class. */
function signature(node: Node, index: FolderIndex): Picked | null {
  if (node.kind === 'parameter' && node.text !== '') {
    const starts = readsOf(around(node, 'function'), node.text)
    return { names: [`--${node.text}`], name: node.text, starts, default: node.parts[0] ?? null }
  }
  const isField = node.kind === 'assign' && node.parent?.parent?.kind === 'class'
  const [{ text }] = isField ? node.parts : [{ text: '' }]
  return text === ''
    ? null
    : { names: [`--${text}`], name: text, starts: index.members.get(text) ?? [] }
}
