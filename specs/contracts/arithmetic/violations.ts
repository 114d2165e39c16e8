import {
  allowedMath,
  bannedModules,
  bannedNames,
} from '../../../src/audit/facts/program/arithmetic.ts'
import { importsOf } from '../source/imports.ts'
import { lineOf, type Node, type SourceFile, walk } from '../source/tree.ts'
import { allowedVector, vectorNamespaces } from './allowed.ts'

/** A use of something that a result may not be computed with. */
export interface Violation {
  readonly path: string
  readonly line: number
  /** As exceptions name it: `Math.exp`, `**`, `Date`, `node:os`. */
  readonly use: string
  readonly why: string
}

/** What a TypeScript file on the path of a result may not use. */
export function violationsIn(file: SourceFile): Violation[] {
  const found: Violation[] = []
  const add = (node: Node, use: string, why: string) =>
    found.push({ path: file.path, line: lineOf(file, node), use, why })
  for (const { to, line } of importsOf(file))
    if (bannedModules.includes(to))
      found.push({ path: file.path, line, use: to, why: 'brings a clock or the machine' })
  walk(file.program as unknown as Node, (node, parent) => {
    if (isPower(node)) add(node, '**', 'engines do not agree on its last bit')
    if (node.type !== 'Identifier' || isOnlyAName(node, parent)) return
    const name = node.name as string
    if (name === 'Math') {
      const member = memberOf(node, parent)
      if (member === null) add(node, 'Math', 'may be used only as Math.name')
      else if (!allowedMath.includes(member))
        add(node, `Math.${member}`, 'not among the members whose bits are fixed')
    }
    if (Object.hasOwn(bannedNames, name)) add(node, name, bannedNames[name])
  })
  return found
}

/** What a kernel may not use. */
export function kernelViolationsIn(file: SourceFile): Violation[] {
  const found: Violation[] = []
  const add = (node: Node, use: string, why: string) =>
    found.push({ path: file.path, line: lineOf(file, node), use, why })
  walk(file.program as unknown as Node, (node, parent) => {
    if (isPower(node)) add(node, '**', 'is AssemblyScript’s own pow')
    if (node.type !== 'Identifier') return
    const name = node.name as string
    if (/^relaxed_|^fma$/.test(name)) add(node, name, 'processors do not agree on its bits')
    if (/^(Native)?Mathf?$|^JSMath$/.test(name) && !isOnlyAName(node, parent))
      add(node, name, 'is AssemblyScript’s own mathematics, which has other bits than ours')
    const member = vectorNamespaces.includes(name) ? memberOf(node, parent) : null
    if (member !== null && !allowedVector.includes(member) && !member.startsWith('relaxed_'))
      add(node, `${name}.${member}`, 'not among the vector instructions whose bits are fixed')
  })
  return found
}

const isPower = (node: Node) => node.operator === '**' || node.operator === '**='

/** A property, a key or an imported name, which reads nothing by itself. */
function isOnlyAName(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'ImportSpecifier') return true
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed
  return parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand
}

/** The name after the dot; null where the object is used in any other way. */
function memberOf(node: Node, parent: Node | null): string | null {
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.computed) return null
  return (parent.property as Node).name as string
}
