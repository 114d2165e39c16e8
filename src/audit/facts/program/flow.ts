import type { FolderIndex } from './folder-index.ts'
import { around, type Node, rightSide, targetsOf } from './node.ts'
import { givenBy } from './scope.ts'

/**
 * What counts as a use. `seed`: what draws, so that printing, recording, comparing and counting on
 * are none. `setting`: whatever the program does by it, but for printing and recording.
 */
export type Purpose = 'seed' | 'setting'

/** Nobody hands on a value further; whoever does has used it. */
const mostSteps = 2000

/**
 * Whether something is made of a value: it is followed from the nodes that carry it through
 * assignments, arguments, attributes and keys. In doubt it is used.
 */
export function isUsed(starts: readonly Node[], index: FolderIndex, purpose: Purpose): boolean {
  const waiting = [...starts]
  const seen = new Set<Node>()
  const flow = { index, purpose, go: (nodes: readonly Node[]) => waiting.push(...nodes) }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (seen.size > mostSteps || step(next, flow)) return true
  }
  return false
}

interface Flow {
  readonly index: FolderIndex
  readonly purpose: Purpose
  /** The value goes on in these. */
  go(nodes: readonly Node[]): void
}

/** Whether what is around a node makes something of its value; else where the value goes on. */
function step(node: Node, flow: Flow): boolean {
  const { parent } = node
  if (!parent) return false
  if (node.kind === 'entry') return goesTo(node.parts[0], flow)
  const isSetting = flow.purpose === 'setting'
  const on = () => {
    flow.go([parent])
    return false
  }
  switch (parent.kind) {
    case 'block':
    case 'imported':
    case 'handler':
    case 'raise':
    case 'assert':
      return false
    case 'call':
      return node === parent.parts[0] || argument(node, parent, flow)
    case 'keyword':
    case 'spread':
      return parent.parent?.kind === 'call' ? argument(parent, parent.parent, flow) : on()
    case 'member':
      return ofObject(parent, flow)
    case 'index':
      if (node === parent.parts[0] || isWords(parent.parts[0])) return on()
      return isSetting ? true : givenBy(parent) === null
    case 'operation':
      if (isSetting) return true
      if (/^(==|!=|<|>|<=|>=|is|is not|in|not in|not|instanceof)$/.test(parent.text)) return false
      return /^(and|or|\?\?|\+|-)$/.test(parent.text) || isText(parent.parts[0]) ? on() : true
    case 'choice':
      return node === parent.parts[0] ? isSetting : on()
    case 'if':
    case 'while':
      return isSetting
    case 'template':
    case 'tuple':
    case 'dictionary':
      return on()
    case 'comprehension':
      return node === parent.parts[0] ? on() : isSetting
    case 'for':
    case 'each':
      if (node !== parent.parts[1]) return false
      return isSetting || goesTo(parent.parts[0], flow)
    case 'entry':
      return recorded(node, parent, flow)
    case 'assign':
      return assigned(node, parent, flow)
    case 'parameter':
      flow.go(readsOf(around(parent, 'function'), parent.text))
      return false
    case 'other':
      return !/^(global|nonlocal|DeleteStatement)$/.test(parent.text)
    default:
      return true
  }
}

/** `seeds.pop()` is of the value, `seeds.append(3)` makes nothing of it. */
function ofObject(member: Node, flow: Flow): boolean {
  const call = member.parent?.kind === 'call' && member.parent.parts[0] === member
  if (!call) flow.go([member])
  else if (!recording.test(member.text)) flow.go([member.parent as Node])
  return false
}

/** The words of the command line: what is picked of them is still a word. */
const isWords = ({ text }: Node) => /^(argv|args|words)$/.test(text)

const isText = ({ kind }: Node) => kind === 'text' || kind === 'template'

function assigned(node: Node, assign: Node, flow: Flow): boolean {
  if (node !== rightSide(assign)) return false
  if (flow.purpose === 'seed' && !/^[-+]?$/.test(assign.text)) return true
  // Arithmetic in place, of a setting.
  if (assign.text !== '' && flow.purpose === 'setting') return true
  return targetsOf(assign).some((target) => goesTo(target, flow))
}

/** Where what is put into a name, an attribute or a key is read again. */
function goesTo(target: Node, flow: Flow): boolean {
  const { index } = flow
  if (target.kind === 'name') {
    flow.go(target.binding?.reads ?? [])
    flow.go((index.imports.get(target.text) ?? []).flatMap(({ reads }) => reads))
  } else if (target.kind === 'member') {
    flow.go(index.members.get(target.text) ?? [])
    flow.go(index.keys.get(target.text) ?? [])
  } else if (target.kind === 'index') {
    const key = target.parts[1]
    if (key?.kind === 'text') readByKey(key.text, flow)
    else return goesTo(target.parts[0], flow)
  } else if (target.kind === 'assign') return goesTo(target.parts[0], flow)
  else return target.parts.some((part) => goesTo(part, flow))
  return false
}

const readByKey = (key: string, { index, go }: Flow) => {
  go(index.keys.get(key) ?? [])
  go((index.members.get(key) ?? []).filter((node) => node.kind === 'entry'))
}

/** `{"seed": seed}`: read again by its key, or handed over with the whole. */
function recorded(node: Node, entry: Node, flow: Flow): boolean {
  if (node !== entry.parts.at(-1)) return false
  if (entry.text !== '') readByKey(entry.text, flow)
  let whole = entry
  while (whole.parent && /^(dictionary|entry|tuple|spread|keyword)$/.test(whole.parent.kind))
    whole = whole.parent
  const call = whole.parent
  return call?.kind === 'call' && !recording.test(call.parts[0].text)
}

/** Calls that print a value or keep it. */
export const recording =
  /^(print|pprint|log|info|debug|warn|warning|error|exit|append|push|add|extend|insert|unshift|update|setdefault|write\w*|dump|dumps|stringify|format|strftime|parse_args|put|set|get|assign|table|group|help|usage|echo|secho)$/
/** Calls that name a file or a picture by it: of a seed nothing follows from that. */
const naming =
  /^(save\w*|title|suptitle|set_title|set_\w*label|text|annotate|legend|label|add_\w+|open|Path|join|makedirs|mkdir|exists)$/
/** Calls whose result is the value, in another form. */
const passing =
  /^(int|str|float|bool|repr|abs|round|max|min|len|list|tuple|set|sorted|range|enumerate|zip|reversed|format|isinstance|type|Number|String|Boolean|BigInt|parseInt|parseFloat|trunc|floor|asarray|array|vars|copy|deepcopy|stringify|dumps|freeze)$/
const keeping = /^(append|push|add|extend|insert|unshift)$/

function argument(node: Node, call: Node, flow: Flow): boolean {
  const [callee] = call.parts
  const name = callee.text
  if (callee.kind === 'name' && name === 'dict' && node.kind === 'keyword')
    return recorded(node.parts[0], node, flow)
  if (/^(index|indexOf|includes|has|find|findIndex)$/.test(name) || passing.test(name)) {
    flow.go([call])
    return false
  }
  if (callee.kind === 'member' && keeping.test(name) && node.kind !== 'tuple')
    return goesTo(callee.parts[0], flow)
  const leads = !recording.test(name) && (flow.purpose === 'setting' || !naming.test(name))
  if (!leads && !flow.index.definitions.has(name)) return false
  const defined = flow.index.definitions.get(name) ?? []
  return defined.length === 0 || defined.some((one) => !entersBy(node, call, one, flow))
}

/** Follows an argument into a function or class of the folder; false where it is lost from sight. */
function entersBy(node: Node, call: Node, definition: Node, flow: Flow): boolean {
  const made = definition.kind === 'class' ? constructorOf(definition) : definition
  if (!made) {
    // A dataclass: its fields are its parameters.
    if (node.kind === 'keyword') flow.go(flow.index.members.get(node.text) ?? [])
    return node.kind === 'keyword'
  }
  const parameters = made.parts.filter(
    ({ kind, text }) => kind === 'parameter' && text !== 'self' && text !== 'cls',
  )
  const place = call.parts.slice(1).indexOf(node)
  const parameter =
    node.kind === 'keyword'
      ? parameters.find(({ text }) => text === node.text)
      : node.kind === 'spread'
        ? undefined
        : parameters[place]
  if (!parameter || parameter.text === '') return false
  flow.go(readsOf(made, parameter.text))
  return true
}

/** What is called when an object of a class is made. */
export const constructorOf = ({ parts }: Node): Node | undefined =>
  parts
    .at(-1)
    ?.parts.find(({ kind, text }) => kind === 'function' && /^(__init__|constructor)$/.test(text))

/** Where a parameter is read. */
export function readsOf(definition: Node | null, name: string): readonly Node[] {
  const own = definition?.parts.find(({ kind, text }) => kind === 'parameter' && text === name)
  return own?.binding?.reads ?? []
}
