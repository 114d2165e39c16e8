import { parser } from '@lezer/javascript'
import type { Node } from './node.ts'
import {
  assigned,
  isNode,
  leaf,
  nodesOf,
  operation,
  over,
  same,
  splitAt,
  unquoted,
  updated,
} from './shape.ts'
import { type Part, type Raw, type ReadTree, readTree, type Shapes } from './tree.ts'

export const readJavascript = (text: string): ReadTree => readTree(text, typed, shapes)

/** TypeScript's grammar reads JavaScript, too. */
const typed = parser.configure({ dialect: 'ts' })

const signs = new Set([
  ...['ArithOp', 'BitOp', 'CompareOp', 'LogicOp', 'UpdateOp', 'Equals', 'Arrow', 'Spread', 'Star'],
  ...['InterpolationStart', 'InterpolationEnd', 'Optional', 'Privacy', 'Definite', 'Escape'],
])
const wordNodes = new Set(['this', 'super', 'null'])

/** What is gone when the program runs, and what names nothing that is read. */
const types =
  /^(Type.*|.*Type|InterfaceDeclaration|Ambient.*|Label|Hashbang|ThisType|CallSignature|IndexSignature|Decorator)$/

const shapes: Shapes = {
  role: (name) =>
    types.test(name)
      ? 'silent'
      : signs.has(name) || !(/^[A-Z]/.test(name) || wordNodes.has(name))
        ? 'sign'
        : 'node',
  readable: (text) => text,
  shape: (raw) =>
    Object.hasOwn(table, raw.name)
      ? table[raw.name](raw)
      : [raw.make('other', raw.name, raw.parts)],
}

const splice = ({ parts }: Raw) => nodesOf(parts)
const first = ({ parts }: Raw) => nodesOf(parts).slice(0, 1)

const table: Readonly<Record<string, (raw: Raw) => readonly Part[]>> = {
  Script: same('block'),
  Block: same('block'),
  ClassBody: same('block'),
  SwitchBody: same('block'),
  LineComment: () => [],
  BlockComment: () => [],
  VariableName: leaf('name'),
  VariableDefinition: (raw) => [{ ...raw.make('name', raw.text), declares: true }],
  this: leaf('name'),
  super: leaf('name'),
  PropertyName: leaf('key'),
  PrivatePropertyName: leaf('key'),
  PropertyDefinition: leaf('key'),
  PrivatePropertyDefinition: leaf('key'),
  Number: leaf('number'),
  BooleanLiteral: leaf('constant'),
  null: (raw) => [raw.make('constant', 'none')],
  String: (raw) => [raw.make('text', unquoted(raw.text))],
  TemplateString: (raw) => {
    const kind = nodesOf(raw.parts).length === 0 ? 'text' : 'template'
    return [raw.make(kind, unquoted(raw.text), raw.parts)]
  },
  Interpolation: splice,
  ParenthesizedExpression: first,
  SequenceExpression: (raw) => [raw.make('tuple', '(', raw.parts)],
  ArrayExpression: (raw) => [raw.make('tuple', '[', spreads(raw))],
  ArrayPattern: (raw) => [raw.make('tuple', '[', withDefaults(raw))],
  ObjectExpression: (raw) => [raw.make('dictionary', '', raw.parts)],
  ObjectPattern: (raw) => [raw.make('dictionary', '', raw.parts)],
  Property: (raw) => [entry(raw)],
  PatternProperty: (raw) => [entry(raw)],
  MemberExpression: (raw) => {
    const [object, ...rest] = nodesOf(raw.parts)
    const [key] = rest
    return key?.kind === 'key'
      ? [raw.make('member', key.text, [object])]
      : [raw.make('index', '', [object, ...rest])]
  },
  CallExpression: (raw) => [raw.make('call', '', raw.parts)],
  NewExpression: (raw) => [raw.make('call', 'new', raw.parts)],
  TaggedTemplateExpression: (raw) => [raw.make('call', '', raw.parts)],
  DynamicImport: (raw) => [raw.make('call', '', [raw.make('name', 'import'), ...raw.parts])],
  InstantiationExpression: first,
  ArgList: (raw) => spreads(raw),
  BinaryExpression: (raw) =>
    raw.parts.includes('as') || raw.parts.includes('satisfies') ? first(raw) : operation(raw),
  UnaryExpression: operation,
  PostfixExpression: (raw) => (raw.parts.includes('!') ? first(raw) : operation(raw)),
  PrefixCast: first,
  ConditionalExpression: same('choice'),
  AwaitExpression: splice,
  YieldExpression: (raw) => [raw.make('return', 'yield', raw.parts)],
  ArrowFunction: same('function'),
  FunctionExpression: (raw) => [functionAt(raw)],
  FunctionDeclaration: (raw) => [functionAt(raw)],
  MethodDeclaration: (raw) => [functionAt(raw)],
  ClassDeclaration: (raw) => [classAt(raw)],
  ClassExpression: (raw) => [classAt(raw)],
  PropertyDeclaration: (raw) => {
    const [key, value] = nodesOf(raw.parts)
    return [value ? raw.make('assign', '', [raw.make('name', key.text), value]) : key]
  },
  ParamList: (raw) =>
    items(raw).flatMap((group) => {
      const [pattern, value] = nodesOf(group)
      if (!pattern) return []
      const isName = pattern.kind === 'name'
      const parts = [...(isName ? [] : [pattern]), ...(value ? [value] : [])]
      return [over(raw.make('parameter', isName ? pattern.text : '', parts), pattern, value)]
    }),
  VariableDeclaration: (raw) =>
    splitAt(raw.parts, ',').flatMap((parts) => {
      const made = nodesOf(assigned({ ...raw, parts: parts.filter((part) => part !== ';') }, '='))
      return made.map((one) => over(one, one.parts[0] ?? one, one.parts.at(-1) ?? one))
    }),
  AssignmentExpression: (raw) => (raw.parts.includes('=') ? assigned(raw, '=') : updated(raw)),
  ExpressionStatement: splice,
  LabeledStatement: splice,
  ReturnStatement: same('return'),
  ThrowStatement: same('raise'),
  IfStatement: (raw) => [raw.make('if', '', withBlocks(raw, 1))],
  WhileStatement: (raw) => [raw.make('while', '', withBlocks(raw, 1))],
  ForSpec: splice,
  ForOfSpec: splice,
  ForInSpec: splice,
  ForStatement: (raw) => {
    const isEach = /^for\s*(await\s*)?\([^;]*?\b(of|in)\b/.test(raw.text.slice(0, 200))
    const heads = nodesOf(raw.parts).length - 1
    return [raw.make(isEach ? 'for' : 'while', '', withBlocks(raw, isEach ? 2 : heads))]
  },
  TryStatement: same('try'),
  CatchClause: same('handler'),
  FinallyClause: splice,
  ImportDeclaration: (raw) => imports(raw),
  ImportGroup: (raw) => importGroup(raw),
  ExportGroup: () => [],
  ExportDeclaration: (raw) => (raw.parts.includes('from') ? exportsFrom(raw) : splice(raw)),
}

/** `...x` as one part. */
function spreads(raw: Raw): Node[] {
  return raw.parts.flatMap((part, i) => {
    if (!isNode(part)) return []
    return [raw.parts[i - 1] === '...' ? raw.make('spread', '...', [part]) : part]
  })
}

const items = ({ parts }: Raw) =>
  splitAt(
    parts.filter((part) => !['(', ')', '[', ']'].includes(part as string)),
    ',',
  )

const withDefaults = (raw: Raw): Node[] =>
  items(raw).flatMap((group) => {
    const [target, value] = nodesOf(group)
    if (!target) return []
    return [value ? raw.make('assign', '', [target, value]) : target]
  })

/** `key: value`, `key`, `[key]: value`, `key() {}`, `key = default`, `...rest`. */
function entry(raw: Raw): Node {
  const nodes = nodesOf(raw.parts)
  const [key, value] = nodes
  if (raw.parts[0] === '...') return raw.make('spread', '...', nodes)
  if (nodes.some(({ kind }) => kind === 'block'))
    return raw.make('entry', key.text, [functionAt(raw)])
  if (raw.parts[0] === '[') return raw.make('entry', '', nodes)
  if (raw.parts.includes(':')) {
    const [, ...rest] = nodes
    const target = raw.parts.includes('=') ? [raw.make('assign', '', rest)] : rest
    return raw.make('entry', key.text, target)
  }
  const name = key.kind === 'name' ? key : raw.make('name', key.text)
  return raw.make('entry', key.text, [value ? raw.make('assign', '', [name, value]) : name])
}

function functionAt(raw: Raw): Node {
  const nodes = nodesOf(raw.parts)
  const [name] = nodes
  const isNamed = name?.kind === 'name' || name?.kind === 'key' || name?.kind === 'text'
  return raw.make('function', isNamed ? name.text : '', isNamed ? nodes.slice(1) : nodes)
}

function classAt(raw: Raw): Node {
  const nodes = nodesOf(raw.parts)
  const isNamed = nodes[0]?.declares === true
  return raw.make('class', isNamed ? nodes[0].text : '', isNamed ? nodes.slice(1) : nodes)
}

/** Statements that stand without braces, as blocks. */
function withBlocks(raw: Raw, heads: number): Node[] {
  const nodes = nodesOf(raw.parts)
  return nodes.map((node, i) =>
    i < heads || node.kind === 'block' ? node : over(raw.make('block', '', [node]), node),
  )
}

const moduleName = (specifier: string) => specifier.replace(/^node:/, '')

function imports(raw: Raw): Node[] {
  if (raw.parts[1] === 'type' && raw.parts[2] !== ',' && raw.parts[2] !== 'from') return []
  const nodes = nodesOf(raw.parts)
  const specifier = nodes.findLast(({ kind }) => kind === 'text')
  if (!specifier) return []
  const module = moduleName(specifier.text)
  const names = nodes.flatMap((node) =>
    node.kind === 'name'
      ? [raw.make('imported', module, [node])]
      : node.kind === 'imported'
        ? [raw.make('imported', `${module}.${node.text}`, node.parts)]
        : [],
  )
  return [raw.make('import', specifier.text, names)]
}

/** `{ a, b as c, type d }`: the names, whose module is not known yet. */
const importGroup = (raw: Raw): Node[] =>
  splitAt(
    raw.parts.filter((part) => part !== '{' && part !== '}'),
    ',',
  ).flatMap((group) => {
    const nodes = nodesOf(group)
    return group[0] === 'type' || nodes.length === 0
      ? []
      : [raw.make('imported', nodes[0].text, nodes.slice(-1))]
  })

function exportsFrom(raw: Raw): Node[] {
  const specifier = nodesOf(raw.parts).findLast(({ kind }) => kind === 'text')
  return specifier && raw.parts[1] !== 'type' ? [raw.make('import', specifier.text)] : []
}
