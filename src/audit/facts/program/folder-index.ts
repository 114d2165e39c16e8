import { type Binding, type Node, rightSide } from './node.ts'
import type { Program } from './program.ts'
import { givenBy, originOf } from './scope.ts'

/** What of a folder's programs is looked up by name. */
export interface FolderIndex {
  /** Where an attribute of that name is read, of whatever object: `args.seed`, `self.seed`. */
  readonly members: ReadonlyMap<string, readonly Node[]>
  /** Where a key is read: `row["seed"]`, `row.get("seed")`, `getattr(args, "seed")`. */
  readonly keys: ReadonlyMap<string, readonly Node[]>
  /** Functions and classes. */
  readonly definitions: ReadonlyMap<string, readonly Node[]>
  /** What files import, by its last name. */
  readonly imports: ReadonlyMap<string, readonly Binding[]>
}

export function indexOf(programs: readonly Program[]): FolderIndex {
  const members = new Map<string, Node[]>()
  const keys = new Map<string, Node[]>()
  const definitions = new Map<string, Node[]>()
  const imports = new Map<string, Binding[]>()
  for (const node of programs.flatMap(({ nodes }) => nodes)) {
    if (node.kind === 'member' && givenBy(node) === null && !isFunction(node))
      add(members, node.text, node)
    else if ((node.kind === 'function' || node.kind === 'class') && node.text !== '')
      add(definitions, node.text, node)
    else if (node.kind === 'assign' && rightSide(node).kind === 'function')
      add(definitions, node.parts[0].text, rightSide(node))
    else if (node.kind === 'text') {
      const reads = keyRead(node)
      if (reads) add(keys, node.text, reads)
    } else if (node.kind === 'entry' && isPattern(node)) add(members, node.text, node)
    else if (node.kind === 'name' && node.binding?.origin && node.parent?.kind === 'imported')
      add(imports, node.binding.origin.split('.').at(-1) ?? '', node.binding)
  }
  return { members, keys, definitions, imports }
}

/** `random.seed(0)`: a library's own, and no attribute that somebody kept. */
const isFunction = (node: Node) =>
  node.parent?.kind === 'call' && node === node.parent.parts[0] && originOf(node) !== null

function add<T>(map: Map<string, T[]>, name: string, one: T): void {
  const all = map.get(name) ?? []
  if (all.length === 0) map.set(name, all)
  all.push(one)
}

/** The whole that reads a key by its name; null where the text is no such key. */
function keyRead(node: Node): Node | null {
  const { parent } = node
  if (parent?.kind === 'index')
    return node !== parent.parts[0] && givenBy(parent) === null ? parent : null
  if (parent?.kind !== 'call') return null
  const [callee] = parent.parts
  const isGet = callee.kind === 'member' && /^(get|pop|setdefault)$/.test(callee.text)
  const isGetattr = callee.kind === 'name' && callee.text === 'getattr'
  return (isGet && node === parent.parts[1]) || (isGetattr && node === parent.parts[2])
    ? parent
    : null
}

/** `{ seed }` on the left of `=`, or as a parameter. */
const isPattern = (entry: Node) => {
  const name = entry.parts[0]?.kind === 'assign' ? entry.parts[0].parts[0] : entry.parts[0]
  return name?.declares === true
}
