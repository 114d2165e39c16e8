import type { Node } from './node.ts'
import { rightSide, targetsOf } from './node.ts'
import { type Program, within } from './program.ts'

/** An assignment in a program, with other names for what a comprehension goes through. */
export interface Update {
  readonly program: Program
  readonly node: Node
  /** Its name without any index: `self.v[i]` and `self.v[k]` are one, `self.v`. */
  readonly base: string
  readonly value: Node
  /** `v` of `for v, g in zip(velocity, grads)` is one of `velocity`. */
  readonly alias: ReadonlyMap<string, string>
}

/** Something that a source keeps from step to step: a velocity, or a running mean. */
export interface Velocity {
  readonly base: string
  /** What it is multiplied by: momentum. */
  readonly factor: string
  /** With `1 - mu` before the gradient: Adam's first moment is one. */
  readonly isAverage: boolean
}

/** More than these nobody writes out. */
const most = 40

export function updatesIn(programs: readonly Program[]): Update[] {
  return programs.flatMap((program) =>
    program.nodes.flatMap((node) => {
      if (node.kind !== 'assign') return []
      const base = baseOf(targetsOf(node)[0])
      if (base === null) return []
      const value = rightSide(node)
      return value.kind === 'comprehension'
        ? [{ program, node, base, value: value.parts[0], alias: aliasesIn(value) }]
        : [{ program, node, base, value, alias: none }]
    }),
  )
}

const none: ReadonlyMap<string, string> = new Map()

function aliasesIn(comprehension: Node): ReadonlyMap<string, string> {
  const pairs = comprehension.parts
    .filter(({ kind, parts }) => kind === 'each' && parts[1].kind === 'call')
    .flatMap(({ parts: [target, from] }) =>
      target.parts.map((name, i) => [name.text, baseOf(from.parts[i + 1]) ?? ''] as const),
    )
  return new Map(pairs)
}

/** A name, or a chain of members, without its indices. */
export function baseOf(node: Node | undefined, alias = none): string | null {
  if (node?.kind === 'name') return alias.get(node.text) || node.text
  if (node?.kind === 'index') return baseOf(node.parts[0], alias)
  if (node?.kind !== 'member') return null
  const object = baseOf(node.parts[0], alias)
  return object === null ? null : `${object}.${node.text}`
}

/** Whether a name stands in an expression by itself, not as a part of a longer one. */
export const mentions = ({ program, alias }: Update, node: Node, base: string): boolean =>
  within(program, node).some((one) => one.parent?.kind !== 'member' && baseOf(one, alias) === base)

/**
 * `v = mu * v + g`, or `v *= mu` and then `v += g`, and running means: each once, with the
 * assignments that are their own updates.
 */
export function velocitiesIn(updates: readonly Update[]): {
  readonly velocities: readonly Velocity[]
  readonly own: ReadonlySet<Node>
} {
  const fed = whatIsAdded(updates)
  const found = new Map<string, Velocity>()
  const own = new Set<Node>()
  for (const update of updates) {
    const velocity = byScaling(update, fed) ?? byAssignment(update)
    if (!velocity) continue
    own.add(update.node)
    if (found.size < most) found.set(`${velocity.base} ${velocity.factor}`, velocity)
  }
  return { velocities: [...found.values()], own }
}

/** What is added to by `+=` or `-=`, and whether as to a running mean. */
export function whatIsAdded(updates: readonly Update[]): ReadonlyMap<string, boolean> {
  const fed = new Map<string, boolean>()
  for (const update of updates)
    if (/^[-+]$/.test(update.node.text))
      fed.set(update.base, fed.get(update.base) || hasRest(update))
  return fed
}

/** `1 - mu` */
const hasRest = ({ program, value }: Update) =>
  within(program, value).some(
    ({ kind, text, parts }) =>
      kind === 'operation' && text === '-' && parts.length === 2 && Number(parts[0].text) === 1,
  )

const factorOf = (node: Node): string | null => (node.kind === 'number' ? node.text : baseOf(node))

function byScaling(
  { node, base, value }: Update,
  fed: ReadonlyMap<string, boolean>,
): Velocity | null {
  const factor = node.text === '*' ? factorOf(value) : null
  const isAverage = fed.get(base)
  return factor === null || isAverage === undefined ? null : { base, factor, isAverage }
}

function byAssignment(update: Update): Velocity | null {
  const { program, node, base, value, alias } = update
  if (node.text !== '') return null
  const parts = within(program, value).filter(({ kind }) => kind === 'operation')
  if (!parts.some(({ text, parts: sides }) => /^[-+]$/.test(text) && sides.length === 2))
    return null
  for (const { text, parts: sides } of parts) {
    if (text !== '*') continue
    const at = sides.findIndex((side) => baseOf(side, alias) === base)
    const factor = at < 0 ? null : factorOf(sides[1 - at])
    if (factor !== null) return { base, factor, isAverage: hasRest(update) }
  }
  return null
}
