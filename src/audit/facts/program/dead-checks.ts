import { alike, argumentsOf, around, calleeOf, type Node, positional } from './node.ts'
import { type Program, written } from './program.ts'

/** A check that does not check: skipped, emptied, or true whatever happens. */
export interface DeadCheck {
  readonly line: number
  readonly why: string
}

/** The tests and assertions of a program: how many there are, and which of them are dead. */
export function checksIn(program: Program): {
  readonly checks: number
  readonly dead: readonly DeadCheck[]
} {
  const checks = program.nodes.filter((node) => isCheck(node, program)).length
  const dead = program.nodes.flatMap((node) => {
    const why = skipped(node) ?? assertsNothing(node, program) ?? emptied(node, program)
    return why === null ? [] : [{ line: node.line, why }]
  })
  return { checks, dead }
}

const runners = /^(it|test|describe|suite)$/

function isCheck(node: Node, { language }: Program): boolean {
  if (language === 'python')
    return (
      node.kind === 'assert' ||
      (node.kind === 'function' && node.text.startsWith('test')) ||
      (node.kind === 'class' && node.text.startsWith('Test')) ||
      (node.kind === 'call' &&
        /^assert\w+$/.test(calleeOf(node).text) &&
        calleeOf(node).kind === 'member')
    )
  return node.kind === 'call' && /^(it|test|describe|expect|assert)$/.test(rootOf(node).text)
}

/** `it` of `it.skip`, and of `expect(x).toBe`. */
function rootOf(node: Node): Node {
  let root = node
  while (root.kind === 'member' || root.kind === 'call') root = root.parts[0]
  return root
}

/** The names of a chain: `pytest`, `mark`, `skip`. */
function chainOf(node: Node): readonly string[] {
  const names: string[] = []
  let one = node
  for (; one.kind === 'member' || one.kind === 'call'; one = one.parts[0])
    if (one.kind === 'member') names.unshift(one.text)
  return [one.text, ...names]
}

/** A skip under a condition has its reason there: no data, no such processor. */
function skipped(node: Node): string | null {
  if (node.parent?.kind === 'decorated' && node !== node.parent.parts.at(-1))
    return byDecorator(node)
  if (node.kind !== 'call' && node.kind !== 'raise') return null
  if (node.kind === 'raise')
    return node.parts.some((part) => chainOf(part).at(-1) === 'SkipTest') && !isConditional(node)
      ? 'a test is skipped'
      : null
  const chain = chainOf(calleeOf(node))
  const name = chain.join('.')
  if (/^(pytest\.(skip|xfail)|self\.skipTest)$/.test(name))
    return isConditional(node) ? null : 'a test is skipped'
  if (calleeOf(node).kind === 'name' && /^x(it|test|describe)$/.test(name))
    return 'a test is skipped'
  if (!runners.test(chain[0]) || calleeOf(node).kind === 'call') return null
  if (isConditional(node)) return null
  if (chain.some((part) => /^(skip|todo|fails)$/.test(part))) return 'a test is skipped'
  if (chain.includes('only')) return 'a test skips all the others'
  const settings = argumentsOf(node).filter(({ kind }) => kind === 'dictionary')
  const isOff = settings.some(({ parts }) =>
    parts.some(({ text, parts: [value] }) => text === 'skip' && value?.text === 'true'),
  )
  return isOff ? 'a test is skipped' : null
}

function byDecorator(node: Node): string | null {
  const name = chainOf(node).at(-1) ?? ''
  const condition = node.kind === 'call' ? positional(node)[0]?.text : undefined
  if (name === 'skip') return 'a test is skipped'
  if (/^skip[iI]f$/.test(name))
    return /^(true|1)$/.test(condition ?? '') ? 'a test is skipped' : null
  if (name === 'skipUnless') return /^(false|0)$/.test(condition ?? '') ? 'a test is skipped' : null
  return /^(xfail|expectedFailure)$/.test(name) && !(node.kind === 'call' && condition)
    ? 'a test is allowed to fail'
    : null
}

/** Within `if` or `except`, in the same function. */
const isConditional = (node: Node) =>
  /^(if|handler)$/.test(around(node, 'if', 'handler', 'function')?.kind ?? '')

/** Why an assertion is dead; null when it lives, or there is none. */
function assertsNothing(node: Node, program: Program): string | null {
  if (node.kind === 'assert') {
    const [asked] = node.parts
    if (asked.kind === 'tuple' && asked.parts.length > 1)
      return 'asserts a tuple, which is always true'
    return alwaysTrue(asked, program)
  }
  if (node.kind !== 'call') return null
  const [first, second] = positional(node)
  if (!first) return null
  const name = chainOf(calleeOf(node)).join('.')
  const last = name.split('.').at(-1) ?? ''
  if (program.language === 'python') {
    if (!/^self\.assert/.test(name)) return null
    if (last === 'assertTrue') return alwaysTrue(first, program)
    return /^assert(Equals?|Is)$/.test(last) && second ? sameTwice(first, second, program) : null
  }
  const expected = calleeOf(node).kind === 'member' ? calleeOf(node).parts[0] : undefined
  if (
    expected?.kind === 'call' &&
    calleeOf(expected).text === 'expect' &&
    expected.parts.length === 2
  )
    return /^(toBe|toEqual|toStrictEqual)$/.test(last)
      ? sameTwice(expected.parts[1], first, program)
      : null
  if (/^assert(\.ok)?$/.test(name)) return alwaysTrue(first, program)
  return /^assert\.(strictEqual|equal|deepEqual|deepStrictEqual)$/.test(name) && second
    ? sameTwice(first, second, program)
    : null
}

/** What is asked, as far as it is a constant, compares a thing with itself, or ends in `or True`. */
function alwaysTrue(asked: Node, program: Program): string | null {
  const cannotFail = `asserts ${written(program, asked)}, which cannot fail`
  if (isTruth(asked)) return cannotFail
  if (asked.kind !== 'operation') return null
  const [left, right] = asked.parts
  if (asked.text === 'or') return right && isTruth(right) ? cannotFail : null
  if (asked.text === '>=' && right?.text === '0' && isLength(left)) return cannotFail
  return /^(==|<=|>=|is)$/.test(asked.text) && right ? sameTwice(left, right, program) : null
}

const isTruth = ({ kind, text, parts }: Node): boolean =>
  kind === 'text' ||
  (kind === 'constant' && text === 'true') ||
  (kind === 'number' && text === '1') ||
  (kind === 'operation' && text === 'not' && parts[0]?.text === 'false')

const isLength = (node: Node) =>
  node.kind === 'member'
    ? node.text === 'length'
    : node.kind === 'call' && node.parts[0].text === 'len'

/** A call may give something else each time. */
function sameTwice(left: Node, right: Node, program: Program): string | null {
  const isPlain = /^(name|member|index|constant|number)$/.test(left.kind)
  return isPlain && alike(left, right)
    ? `compares ${written(program, left)} with itself, which cannot fail`
    : null
}

/** `def test_x(): pass`, or one that returns before it asks anything; a doctest asks in its text. */
function emptied(node: Node, { language }: Program): string | null {
  if (language === 'javascript') {
    if (node.kind !== 'call' || !/^(it|test)$/.test(calleeOf(node).text)) return null
    if (calleeOf(node).kind !== 'name') return null
    const body = argumentsOf(node)
      .find(({ kind }) => kind === 'function')
      ?.parts.at(-1)
    return body?.kind === 'block' && body.parts.length === 0 ? 'a test asks nothing' : null
  }
  if (node.kind !== 'function' || !node.text.startsWith('test')) return null
  const body = node.parts.at(-1)?.parts ?? []
  if (body.some(({ kind, text }) => kind === 'text' && text.includes('>>>'))) return null
  const does = body.filter(({ kind, text }) => kind !== 'text' && text !== 'pass' && text !== '...')
  const [first] = does
  const returns =
    first?.kind === 'return' && (first.parts.length === 0 || first.parts[0].text === 'none')
  return does.length === 0 || returns ? `the test ${node.text} asks nothing` : null
}
