import type { Statement } from './statements.ts'

/** Something that a source keeps from step to step: a velocity, or a running mean. */
export interface Velocity {
  /** Its name without any index: `self.v[i]` and `self.v[k]` are one velocity. */
  readonly base: string
  /** What it is multiplied by: momentum. */
  readonly factor: string
  /** With `1 - mu` before the gradient: Adam's first moment is one. */
  readonly isAverage: boolean
}

/** A statement without what stands before it on its line, such as `for (…)`. */
export interface Line {
  readonly path: string
  readonly code: string
  readonly one: Statement
}

export const place = String.raw`[A-Za-z_$][\w$.]*(?:\[[^\]]*\])*`
const factor = String.raw`[A-Za-z_$][\w$.]*|\d*\.\d+|\d+`

const scaled = new RegExp(`^(${place})\\s*\\*=\\s*(${factor})$`)
const assigned = new RegExp(`^(?:const |let |var )?(${place})\\s*=(?!=)\\s*(.*)$`)
const added = new RegExp(`^(${place})\\s*[-+]=`)
const rest = /\b1(\.0?)?\s*-/
/** More than these nobody writes out. */
const most = 40

/**
 * `v = mu * v + g`, or `v *= mu` and then `v += g`, and running means: each once, with the statements
 * that are their own updates.
 */
export function velocitiesIn(lines: readonly Line[]): {
  readonly velocities: readonly Velocity[]
  readonly updates: ReadonlySet<Statement>
} {
  const fed = whatIsAdded(lines)
  const found = new Map<string, Velocity>()
  const updates = new Set<Statement>()
  for (const { code, one } of lines) {
    const velocity = byScaling(code, fed) ?? byAssignment(code)
    if (!velocity) continue
    updates.add(one)
    if (found.size < most) found.set(`${velocity.base} ${velocity.factor}`, velocity)
  }
  return { velocities: [...found.values()], updates }
}

/** What is added to by `+=` or `-=`, and whether as to a running mean. */
export function whatIsAdded(lines: readonly Pick<Line, 'code'>[]): ReadonlyMap<string, boolean> {
  const fed = new Map<string, boolean>()
  for (const { code } of lines) {
    const [, name] = added.exec(code) ?? []
    if (name !== undefined) fed.set(baseOf(name), fed.get(baseOf(name)) || rest.test(code))
  }
  return fed
}

function byScaling(code: string, fed: ReadonlyMap<string, boolean>): Velocity | null {
  const [, name, mu] = scaled.exec(code) ?? []
  if (name === undefined) return null
  const isAverage = fed.get(baseOf(name))
  return isAverage === undefined ? null : { base: baseOf(name), factor: mu, isAverage }
}

function byAssignment(code: string): Velocity | null {
  const [, name, value] = assigned.exec(code) ?? []
  if (name === undefined || !value.includes('*') || !/[\w\])]\s*[-+]/.test(value)) return null
  const base = baseOf(name)
  const own = `(?<![\\w$.])${escaped(base)}(?:\\[[^\\]]*\\])*(?![\\w$.(])`
  const pair = new RegExp(`(${factor})\\s*\\*\\s*${own}|${own}\\s*\\*\\s*(${factor})`).exec(value)
  const mu = pair?.[1] ?? pair?.[2]
  return mu === undefined ? null : { base, factor: mu, isAverage: rest.test(value) }
}

export const baseOf = (name: string) => name.replace(/\[[^\]]*\]/g, '')

const escaped = (name: string) => name.replace(/[.$]/g, '\\$&')
const known = new Map<string, RegExp>()

/** A name by itself in code, not as a part of a longer one. */
export function mentions(code: string, name: string): boolean {
  if (!code.includes(name)) return false
  const pattern = known.get(name) ?? new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`)
  if (known.size < 1000) known.set(name, pattern)
  return pattern.test(code)
}
