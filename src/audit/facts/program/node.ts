/**
 * The kinds of a program's nodes, the same for Python and JavaScript. `text` and `parts` of each:
 *
 * - name, number, constant (`true`, `false`, `none`), text (of a string), key: `text` alone
 * - member: the name behind the dot; [object]. index: [object, ...what stands in the brackets]
 * - call: `new` or nothing; [callee, ...arguments], of which some are
 *   keyword: its name; [value]. spread: `*`, `**` or `...`; [value]
 * - operation: the operator, by Python's words (`and`, `or`, `not`, `==`); [left, right] or [operand]
 * - template: the text between its replacements; the replacements. tuple: its bracket; its items
 * - dictionary: entries and spreads. entry: its key, where it is written out; [value] or [key, value]
 * - choice: [test, then, else]. comprehension: [item, ...each and conditions]. each: [target, from]
 * - function: its name; [...parameters, body]. parameter: its name; [default] or a pattern
 * - class: its name; [...bases, block]. decorated: [...decorators, function or class]
 * - assign: the operator before `=`; [...targets, value]
 * - import: the module; of kind imported: what it is (`numpy.random.rand`); [local name]
 * - return (or `yield`), raise, assert: what follows. for: [target, from, ...blocks]
 * - if: [test, block, test, block, block]. while, with: [...heads, block]
 * - try: [block, ...]. handler: [...exceptions, block]. block: statements. other: whatever it holds
 */
export type Kind =
  | 'name'
  | 'number'
  | 'constant'
  | 'text'
  | 'key'
  | 'member'
  | 'index'
  | 'call'
  | 'keyword'
  | 'spread'
  | 'operation'
  | 'template'
  | 'tuple'
  | 'dictionary'
  | 'entry'
  | 'choice'
  | 'comprehension'
  | 'each'
  | 'function'
  | 'parameter'
  | 'class'
  | 'decorated'
  | 'assign'
  | 'import'
  | 'imported'
  | 'return'
  | 'raise'
  | 'assert'
  | 'for'
  | 'if'
  | 'while'
  | 'with'
  | 'try'
  | 'handler'
  | 'block'
  | 'other'

export interface Node {
  readonly kind: Kind
  readonly text: string
  readonly parts: readonly Node[]
  /** Where it stands in the file's text, and the line that it begins on, from 1. */
  readonly from: number
  readonly to: number
  readonly line: number
  /** JavaScript: the name is made here (`const x`). */
  readonly declares?: true
  readonly parent: Node | null
  /** Of a name or a parameter: what it stands for; null where the file neither makes nor imports it. */
  readonly binding: Binding | null
  /** Its place among the program's nodes, and the place behind its last part. */
  readonly at: number
  readonly end: number
}

/** A name in a function, a class or a file, and what is known of its value. */
export interface Binding {
  readonly name: string
  /** `numpy.random` or `numpy.random.rand`, where it is imported. */
  readonly origin: string | null
  /** What is assigned to it as a whole. */
  readonly values: readonly Node[]
  /** What a part of it is assigned to it: `random` of `Math`. */
  readonly taken: { readonly from: Node; readonly key: string } | null
  /** Whether it may be something else besides: a parameter, what a loop gives. */
  readonly isOpen: boolean
  /** The function or class that it is. */
  readonly defines: Node | null
  /** Where it stands, but for where it gets its value. */
  readonly reads: readonly Node[]
}

/** The nearest node around one that is of a kind; null where there is none. */
export function around(node: Node, ...kinds: readonly Kind[]): Node | null {
  let outer = node.parent
  while (outer && !kinds.includes(outer.kind)) outer = outer.parent
  return outer
}

/** The statement that a node is or is part of: what stands in a block. */
export function statementOf(node: Node): Node {
  let one = node
  while (one.parent && one.parent.kind !== 'block') one = one.parent
  return one
}

export const calleeOf = ({ parts }: Node): Node => parts[0]
export const argumentsOf = ({ parts }: Node): readonly Node[] => parts.slice(1)

/** The arguments of a call that have no name. */
export const positional = (call: Node) =>
  argumentsOf(call).filter(({ kind }) => kind !== 'keyword' && kind !== 'spread')

/** What a call gives for a keyword. */
export const keyword = (call: Node, name: string): Node | undefined =>
  call.parts.find(({ kind, text }) => kind === 'keyword' && text === name)?.parts[0]

/** The value of an assignment, and what it goes to. */
export const rightSide = ({ parts }: Node): Node => parts[parts.length - 1]
export const targetsOf = ({ parts }: Node): readonly Node[] => parts.slice(0, -1)

/** The last name of what is called or read: `c` of `a.b.c`. */
export const lastName = ({ kind, text }: Node): string =>
  kind === 'name' || kind === 'member' ? text : ''

/** Whether two expressions are written alike, but for the spaces and brackets around them. */
export function alike(a: Node, b: Node): boolean {
  return (
    a.kind === b.kind &&
    a.text === b.text &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => alike(part, b.parts[i]))
  )
}
