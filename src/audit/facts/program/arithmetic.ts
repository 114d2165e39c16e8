import { importsOf } from './imports.ts'
import type { Node } from './node.ts'
import type { Program } from './program.ts'

/**
 * What a result may be computed with, beside + - * / (src/numerics/README.md): members of Math whose
 * every bit the language fixes.
 */
export const allowedMath = [
  ...['sqrt', 'fround', 'abs', 'floor', 'min', 'max', 'imul', 'clz32'],
  // Exact as well: rounding up and down, a sign, and the double nearest to pi.
  ...['ceil', 'trunc', 'sign', 'PI'],
]

/** What makes a result depend on when or where it runs, or on chance. */
export const bannedNames: Readonly<Record<string, string>> = {
  Date: 'a clock',
  performance: 'a clock',
  setTimeout: 'a timer',
  setInterval: 'a timer',
  setImmediate: 'a timer',
  crypto: 'may draw at random',
  Intl: 'speaks the language of the machine',
  navigator: 'the machine',
  globalThis: 'reaches everything',
}

/** Modules that bring a clock, a timer, or the machine. */
export const bannedModules = ['node:timers', 'node:timers/promises', 'node:perf_hooks', 'node:os']

/** A use of something that a result may not be computed with. */
export interface UnportableUse {
  readonly line: number
  /** `Math.exp`, `**`, `Date`, `node:os`. */
  readonly use: string
  readonly why: string
}

/** What a JavaScript or TypeScript file uses that a result may not be computed with. */
export function unportableUses(program: Program): UnportableUse[] {
  const imported = importsOf(program)
    .filter(({ what }) => bannedModules.includes(what))
    .map(({ line, what }) => ({ line, use: what, why: 'brings a clock or the machine' }))
  const used = program.nodes.flatMap((node) => {
    const found = useOf(node)
    return found ? [{ line: node.line, ...found }] : []
  })
  return [...imported, ...used]
}

function useOf({ kind, text, parent }: Node): Omit<UnportableUse, 'line'> | null {
  if (text === '**' && (kind === 'operation' || kind === 'assign'))
    return { use: '**', why: 'engines do not agree on its last bit' }
  if (kind !== 'name' || parent?.kind === 'imported') return null
  if (Object.hasOwn(bannedNames, text)) return { use: text, why: bannedNames[text] }
  if (text !== 'Math') return null
  if (parent?.kind !== 'member') return { use: 'Math', why: 'may be used only as Math.name' }
  return allowedMath.includes(parent.text)
    ? null
    : { use: `Math.${parent.text}`, why: 'not among the members whose bits are fixed' }
}
