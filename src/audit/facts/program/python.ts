import { parser } from '@lezer/python'
import type { Node } from './node.ts'
import {
  assigned,
  isNode,
  leaf,
  listed,
  nodesOf,
  operation,
  over,
  same,
  splitAt,
  unquoted,
  updated,
} from './shape.ts'
import { type Part, type Raw, type ReadTree, readTree, type Shapes } from './tree.ts'

export const readPython = (text: string): ReadTree => readTree(text, parser, shapes)

const signs = new Set([
  ...['ArithOp', 'BitOp', 'CompareOp', 'UpdateOp', 'AssignOp', 'At'],
  ...['FormatConversion', 'FormatSpec', 'FormatSelfDoc', 'Ellipsis'],
])

const shapes: Shapes = {
  role: (name) =>
    name === 'TypeDef' ? 'silent' : signs.has(name) || !/^[A-Z]/.test(name) ? 'sign' : 'node',
  // `2.`, `1.e-3`, and a `yield` of nothing.
  readable: (text) =>
    text
      .replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$1 ')
      .replace(/(?<![\w.])(\d+)\.(?=[eE][-+]?\d)/g, ' $1')
      .replace(/^([ \t]*)yield(?=[ \t]*(#.*)?$)/gm, '$1pass '),
  shape: (raw) =>
    Object.hasOwn(table, raw.name)
      ? table[raw.name](raw)
      : [raw.make('other', raw.name, raw.parts)],
}

const splice = ({ parts }: Raw) => parts
const literal = (raw: Raw) => [raw.make('text', unquoted(raw.text))]
const sequence = (bracket: string) => (raw: Raw) => [raw.make('tuple', bracket, raw.parts)]

const table: Readonly<Record<string, (raw: Raw) => readonly Part[]>> = {
  Script: same('block'),
  Body: same('block'),
  StatementGroup: splice,
  ExpressionStatement: (raw) => [listed(raw, raw.parts)],
  Comment: () => [],
  VariableName: leaf('name'),
  PropertyName: leaf('key'),
  Number: leaf('number'),
  Boolean: (raw) => [raw.make('constant', raw.text.toLowerCase())],
  None: (raw) => [raw.make('constant', 'none')],
  String: literal,
  FormatString: (raw) => [raw.make('template', unquoted(raw.text), raw.parts)],
  FormatReplacement: (raw) => nodesOf(raw.parts).slice(0, 1),
  ContinuedString: (raw) =>
    nodesOf(raw.parts).every(({ kind }) => kind === 'text')
      ? [raw.make('text', textsOf(raw))]
      : [
          raw.make(
            'template',
            textsOf(raw),
            nodesOf(raw.parts).flatMap(({ parts }) => parts),
          ),
        ],
  ParenthesizedExpression: (raw) => nodesOf(raw.parts).slice(0, 1),
  TupleExpression: sequence('('),
  ArrayExpression: sequence('['),
  SetExpression: sequence('{'),
  ComprehensionExpression: (raw) => [comprehension(raw, raw.parts)],
  ArrayComprehensionExpression: (raw) => [comprehension(raw, raw.parts)],
  SetComprehensionExpression: (raw) => [comprehension(raw, raw.parts)],
  DictionaryComprehensionExpression: (raw) => [comprehension(raw, raw.parts)],
  DictionaryExpression: (raw) => [raw.make('dictionary', '', entries(raw))],
  MemberExpression: (raw) => {
    const [object, ...rest] = nodesOf(raw.parts)
    return raw.parts.includes('.')
      ? [raw.make('member', rest[0]?.text ?? '', [object])]
      : [raw.make('index', '', nodesOf(raw.parts))]
  },
  CallExpression: (raw) => [raw.make('call', '', raw.parts)],
  ArgList: (raw) => given(raw),
  BinaryExpression: operation,
  UnaryExpression: operation,
  ConditionalExpression: (raw) => {
    const [then, test, other] = nodesOf(raw.parts)
    return [raw.make('choice', '', [test, then, other].filter(isNode))]
  },
  NamedExpression: (raw) => assigned(raw, ':='),
  LambdaExpression: same('function'),
  AwaitExpression: splice,
  ParamList: (raw) => parameters(raw),
  FunctionDefinition: (raw) => named(raw, 'function'),
  ClassDefinition: (raw) => named(raw, 'class'),
  DecoratedStatement: same('decorated'),
  Decorator: (raw) => [decorator(raw)],
  AssignStatement: (raw) => assigned(raw, '='),
  UpdateStatement: updated,
  ReturnStatement: (raw) => [raw.make('return', '', raw.parts)],
  YieldStatement: (raw) => [raw.make('return', 'yield', raw.parts)],
  YieldExpression: (raw) => [raw.make('return', 'yield', raw.parts)],
  RaiseStatement: same('raise'),
  AssertStatement: same('assert'),
  ScopeStatement: (raw) => [raw.make('other', raw.parts[0] as string, raw.parts)],
  PassStatement: (raw) => [raw.make('other', 'pass')],
  IfStatement: same('if'),
  WhileStatement: same('while'),
  ForStatement: (raw) => {
    const { parts } = raw
    const [from, to] = [parts.indexOf('for'), parts.indexOf('in')]
    if (to < 0) return [raw.make('other', raw.name, parts)]
    const rest = parts.slice(to + 1)
    const body = rest.findIndex((part) => isNode(part) && part.kind === 'block')
    const head = rest.slice(0, body < 0 ? rest.length : body)
    return [
      raw.make('for', '', [
        listed(raw, parts.slice(from + 1, to)),
        listed(raw, head),
        ...rest.slice(head.length),
      ]),
    ]
  },
  WithStatement: (raw) => {
    const made: Node[] = []
    raw.parts.forEach((part, i) => {
      if (!isNode(part)) return
      if (raw.parts[i - 1] === 'as') made.push(raw.make('assign', '', [part, made.pop() ?? part]))
      else made.push(part)
    })
    return [raw.make('with', '', made)]
  },
  TryStatement: (raw) => {
    const [body, ...rest] = splitAll(raw.parts, ['except', 'else', 'finally'])
    const handlers = rest.map(({ word, parts }) => {
      const [first] = nodesOf(parts)
      return word === 'except' && first ? over(raw.make('handler', '', parts), first) : first
    })
    return [raw.make('try', '', [...body.parts, ...handlers.filter(isNode)])]
  },
  ImportStatement: (raw) => imports(raw),
}

const textsOf = ({ parts }: Raw) =>
  nodesOf(parts)
    .map(({ text }) => text)
    .join('')

function splitAll(parts: readonly Part[], words: readonly string[]) {
  const groups: { word: string; parts: Part[] }[] = [{ word: '', parts: [] }]
  for (const part of parts) {
    if (typeof part === 'string' && words.includes(part)) groups.push({ word: part, parts: [] })
    else groups[groups.length - 1].parts.push(part)
  }
  return groups
}

/** `item for target in from if condition` */
function comprehension(raw: Raw, parts: readonly Part[]): Node {
  const [item, ...clauses] = splitAll(parts, ['for', 'if'])
  return raw.make('comprehension', '', [
    ...nodesOf(item.parts),
    ...clauses.flatMap(({ word, parts: own }) => {
      if (word === 'if') return nodesOf(own)
      const [target, from = []] = splitAt(own, 'in')
      return [raw.make('each', '', [listed(raw, target), ...nodesOf(from)])]
    }),
  ])
}

/** Groups of an argument list or a dictionary, between its own commas. */
const items = ({ parts }: Raw) =>
  splitAt(
    parts.filter((part) => !['(', ')', '{', '}'].includes(part as string)),
    ',',
  ).filter((group) => group.length > 0)

const given = (raw: Raw): Node[] =>
  raw.parts.includes('for')
    ? [comprehension(raw, raw.parts)]
    : items(raw).flatMap((group) => {
        const [first, second] = nodesOf(group)
        if (group[0] === '*' || group[0] === '**') return [raw.make('spread', group[0], [first])]
        if (group[1] === '=' && second) return [keywordAt(raw, first, second)]
        return first ? [first] : []
      })

const keywordAt = (raw: Raw, name: Node, value: Node) =>
  over(raw.make('keyword', name.text, [value]), name, value)

const entries = (raw: Raw): Node[] =>
  items(raw).flatMap((group) => {
    const [key, value] = nodesOf(group)
    if (group[0] === '**') return [raw.make('spread', '**', [key])]
    if (!value) return key ? [key] : []
    const entry =
      key.kind === 'text'
        ? raw.make('entry', key.text, [value])
        : raw.make('entry', '', [key, value])
    return [over(entry, key, value)]
  })

const parameters = (raw: Raw): Node[] =>
  items(raw).flatMap((group) => {
    const [name, value] = nodesOf(group)
    if (!name) return []
    const made = raw.make('parameter', name.text, value ? [value] : [])
    return [over(made, name, value)]
  })

function named(raw: Raw, kind: 'function' | 'class'): Node[] {
  const [name, ...rest] = nodesOf(raw.parts)
  return [raw.make(kind, name?.text ?? '', rest)]
}

/** `@pytest.mark.skip(...)`: the grammar gives its names one by one. */
function decorator(raw: Raw): Node {
  const names = nodesOf(raw.parts).filter(({ kind }) => kind === 'name')
  if (names.length === 0) return raw.make('other', raw.name, raw.parts)
  const callee = names
    .slice(1)
    .reduce((object, { text }) => raw.make('member', text, [object]), names[0])
  const rest = nodesOf(raw.parts).filter((part) => !names.includes(part))
  return raw.text.trimEnd().endsWith(')') ? raw.make('call', '', [callee, ...rest]) : callee
}

/** `import a.b as c, d` and `from .a import b as c`: an import for each module. */
function imports(raw: Raw): Node[] {
  const at = raw.parts.indexOf('import')
  const module = written(raw.parts.slice(1, at))
  const lists = splitAt(
    raw.parts.slice(at + 1).filter((part) => part !== '(' && part !== ')'),
    ',',
  ).filter((group) => group.length > 0)
  if (raw.parts[0] === 'from')
    return [
      raw.make(
        'import',
        module,
        lists.map((group) => {
          const name = written(group.slice(0, 1))
          return imported(raw, module.endsWith('.') ? module + name : `${module}.${name}`, group)
        }),
      ),
    ]
  return lists.map((group) => {
    const [own] = splitAt(group, 'as')
    const whole = written(own)
    const isRenamed = group.includes('as')
    const origin = isRenamed ? whole : whole.split('.')[0]
    return raw.make('import', whole, [imported(raw, origin, isRenamed ? group : group.slice(0, 1))])
  })
}

const imported = (raw: Raw, origin: string, group: readonly Part[]) =>
  raw.make('imported', origin, nodesOf(group).slice(-1))

const written = (parts: readonly Part[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
