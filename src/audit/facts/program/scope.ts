import { around, type Binding, type Node, rightSide } from './node.ts'

type Open<T> = { -readonly [K in keyof T]: T[K] }
type OpenBinding = Omit<Open<Binding>, 'values' | 'reads'> & { values: Node[]; reads: Node[] }
type Language = 'python' | 'javascript'

/** Names that a star import does not bring. */
const builtins =
  /^(hash|id|open|print|int|float|str|len|range|list|dict|set|tuple|zip|map|max|min|sum|abs|vars|super|type|isinstance|getattr|setattr|enumerate|sorted|input)$/

/** Gives each name of a file its binding, by the functions (and classes) that it stands in. */
export function bindNames(nodes: readonly Node[], language: Language): void {
  const scopes = new Map<Node, Map<string, OpenBinding>>()
  const outside = outsideNames(nodes)
  const declare = (scope: Node, name: string): OpenBinding => {
    const names = scopes.get(scope) ?? new Map<string, OpenBinding>()
    scopes.set(scope, names)
    const known = names.get(name) ?? nothingKnown(name)
    names.set(name, known)
    return known
  }
  const home = (node: Node, name: string) =>
    outside.has(scopeOf(node)) && outside.get(scopeOf(node))?.has(name) ? nodes[0] : scopeOf(node)

  const stars: string[] = []
  for (const node of nodes) {
    if (node.kind === 'imported') {
      const [local] = node.parts
      if (local) declare(scopeOf(node), local.text).origin = node.text
      else if (node.text.endsWith('.*')) stars.push(node.text.slice(0, -2))
    } else if (node.kind === 'parameter' && node.text !== '') {
      const own = declare(scopeOf(node), node.text)
      own.isOpen = true
      ;(node as Open<Node>).binding = own
    } else if ((node.kind === 'function' || node.kind === 'class') && node.text !== '') {
      declare(scopeOf(node), node.text).defines = node
    } else if (node.kind === 'name' && (node.declares || (language === 'python' && isTarget(node))))
      declare(home(node, node.text), node.text)
  }
  for (const node of nodes) {
    if (node.kind !== 'name' || node.parent?.kind === 'imported') continue
    const binding = find(node, scopes, nodes[0]) ?? fromStar(node, stars)
    if (!binding) continue
    ;(node as Open<Node>).binding = binding
    if (isTarget(node)) note(binding, node)
    else if (node.declares) binding.isOpen = true
    else binding.reads.push(node)
  }
}

const nothingKnown = (name: string): OpenBinding => ({
  ...{ name, origin: null, values: [], taken: null, isOpen: false, defines: null, reads: [] },
})

/** The function, class or file that a node's names belong to; a function's own name lies outside. */
function scopeOf(node: Node): Node {
  let outer = around(node, 'function', 'class')
  // What a class builds on, and decorators, are read outside of it.
  while (
    outer?.kind === 'class' &&
    outer.parts.at(-1)?.kind === 'block' &&
    node.at < outer.parts[outer.parts.length - 1].at
  )
    outer = around(outer, 'function', 'class')
  if (outer) return outer
  let root = node
  while (root.parent) root = root.parent
  return root
}

/** `global x` in a function. */
function outsideNames(nodes: readonly Node[]): ReadonlyMap<Node, ReadonlySet<string>> {
  const found = new Map<Node, Set<string>>()
  for (const node of nodes) {
    if (node.kind !== 'other' || (node.text !== 'global' && node.text !== 'nonlocal')) continue
    const names = found.get(scopeOf(node)) ?? new Set()
    found.set(scopeOf(node), names)
    for (const { text } of node.parts) names.add(text)
  }
  return found
}

function find(node: Node, scopes: Map<Node, Map<string, OpenBinding>>, root: Node) {
  const own = scopeOf(node)
  for (let scope: Node = own; ; scope = scopeOf(scope)) {
    // A class's names are seen in its own block alone.
    const found =
      scope.kind === 'class' && scope !== own ? undefined : scopes.get(scope)?.get(node.text)
    if (found || scope === root) return found ?? null
  }
}

function fromStar({ text }: Node, stars: readonly string[]): OpenBinding | null {
  const module = stars.at(-1)
  return module === undefined || builtins.test(text)
    ? null
    : { ...nothingKnown(text), origin: `${module}.${text}` }
}

/** The assignment or loop that gives a node its value, and how much of the value; null where none. */
export function givenBy(node: Node): { readonly by: Node; readonly path: readonly Node[] } | null {
  const path = [node]
  for (let one = node; one.parent; one = one.parent) {
    const { parent } = one
    if (parent.kind === 'assign' && one !== rightSide(parent)) {
      const outer = parent.parent
      // A default within a pattern: `const { a = 3 } = b`.
      if (outer?.kind !== 'entry' && outer?.kind !== 'tuple') return { by: parent, path }
    } else if (parent.kind === 'for' || parent.kind === 'each')
      return one === parent.parts[0] ? { by: parent, path } : null
    else if (parent.kind === 'parameter') return { by: parent, path }
    else if (parent.kind === 'entry' ? one !== parent.parts.at(-1) : !patterns.has(parent.kind))
      return null
    path.push(parent)
  }
  return null
}

const patterns = new Set(['tuple', 'spread', 'dictionary', 'entry', 'assign'])

const isTarget = (node: Node) => givenBy(node) !== null

function note(binding: OpenBinding, node: Node): void {
  const given = givenBy(node)
  if (given?.by.kind !== 'assign' || given.by.text !== '') {
    binding.isOpen = true
    return
  }
  const value = rightSide(given.by)
  const [, pattern, whole] = given.path
  if (pattern === undefined) binding.values.push(value)
  else if (pattern.kind === 'tuple' && !whole && value.kind === 'tuple')
    binding.values.push(value.parts[pattern.parts.indexOf(node)] ?? value)
  else if (pattern.kind === 'entry' && given.path.length === 3)
    binding.taken = { from: value, key: pattern.text }
  else binding.isOpen = true
}

/** Further than this nobody hands on a name. */
const mostHops = 8

/**
 * What a name or a member is in full: `numpy.random.rand` for `npr.rand`, `Math.random` for an alias
 * of it, `hash` for what comes with the language. Null where it is the file's own.
 */
export function originOf(node: Node, hops = mostHops): string | null {
  if (hops === 0) return null
  if (node.kind === 'member') {
    const object = originOf(node.parts[0], hops)
    return object === null ? null : `${object}.${node.text}`
  }
  if (node.kind === 'call') return loadedBy(node)
  if (node.kind !== 'name') return null
  const { binding, text } = node
  if (!binding) return text
  if (binding.origin !== null) return binding.origin
  if (binding.isOpen || binding.defines) return null
  if (binding.taken && binding.values.length === 0) {
    const object = originOf(binding.taken.from, hops - 1)
    return object === null ? null : `${object}.${binding.taken.key}`
  }
  const [value] = binding.values
  return binding.values.length === 1 ? originOf(value, hops - 1) : null
}

/** `require('crypto')`, `import('crypto')`. */
function loadedBy({ parts: [callee, module] }: Node): string | null {
  const isLoader =
    callee?.kind === 'name' && !callee.binding && /^(require|import)$/.test(callee.text)
  return isLoader && module?.kind === 'text' ? module.text.replace(/^node:/, '') : null
}
