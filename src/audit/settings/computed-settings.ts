import { numberOf } from '../facts/program/literal.ts'
import { lastName, type Node, rightSide, targetsOf } from '../facts/program/node.ts'
import type { Program } from '../facts/program/program.ts'
import { settingKey } from './setting-name.ts'

/** A name that a program gives a number that is written out. */
export interface ComputedSetting {
  /** As `settingKey` has it. */
  readonly key: string
  readonly name: string
  readonly value: number
  readonly path: string
  readonly line: number
  /**
   * `constant`: of a file, a class or a dictionary. `parameter`: the default of a function's.
   * `argument`: what a call passes. `local`: a name or an attribute inside of a function.
   */
  readonly kind: 'constant' | 'parameter' | 'argument' | 'local'
  readonly node: Node
}

const known = new WeakMap<Program, readonly ComputedSetting[]>()

/** Every number that a program gives a name. */
export function computedSettings(program: Program): readonly ComputedSetting[] {
  const found = known.get(program) ?? program.nodes.flatMap((node) => settingsAt(node, program))
  known.set(program, found)
  return found
}

function settingsAt(node: Node, { path }: Program): ComputedSetting[] {
  const one = (
    name: string,
    from: Node | undefined,
    kind: ComputedSetting['kind'],
  ): ComputedSetting[] => {
    const value = name === '' || !from ? null : numberOf(from)
    return value === null
      ? []
      : [{ key: settingKey(name), name, value, path, line: (from ?? node).line, kind, node }]
  }
  const { kind, text, parts } = node
  if (kind === 'parameter') return one(text, parts[0], 'parameter')
  if (kind === 'keyword')
    return one(text, parts[0], node.parent?.parts[0].text === 'dict' ? 'constant' : 'argument')
  if (kind === 'entry') return one(text, parts.at(-1), 'constant')
  if (kind !== 'assign' || text !== '') return []
  const home = node.parent?.parent
  const place = !home || home.kind === 'class' ? 'constant' : 'local'
  const value = rightSide(node)
  return targetsOf(node).flatMap((target) => {
    if (target.kind !== 'tuple') return one(lastName(target), value, place)
    if (value.kind !== 'tuple' || value.parts.length !== target.parts.length) return []
    return target.parts.flatMap((part, i) => one(lastName(part), value.parts[i], place))
  })
}
