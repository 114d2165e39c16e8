import { importsOf } from './imports.ts'
import type { Source } from './source.ts'

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

/** A name that reads something: no member of something else, no key of an object. */
const names = new RegExp(
  `(?<![\\w$])(?<!(?<!\\.\\.)\\.\\s*)(Math|${Object.keys(bannedNames).join('|')})(?![\\w$])(\\s*\\.\\s*([\\w$]+))?`,
  'g',
)

/** What a JavaScript or TypeScript file uses that a result may not be computed with. */
export function unportableUses(source: Source): UnportableUse[] {
  const imported = importsOf(source)
    .filter(({ what }) => bannedModules.includes(what))
    .map(({ line, what }) => ({ line, use: what, why: 'brings a clock or the machine' }))
  const used = source.code.split('\n').flatMap((code, i) => {
    const line = i + 1
    const powers = [...code.matchAll(/\*\*/g)].map(() => ({
      ...{ line, use: '**', why: 'engines do not agree on its last bit' },
    }))
    if (/^\s*(import|export)\b.*\bfrom\b/.test(code)) return powers
    const read = [...code.matchAll(names)].flatMap((found) => useOf(found, code, line))
    return [...powers, ...read]
  })
  return [...imported, ...used]
}

function useOf(found: RegExpMatchArray, code: string, line: number): UnportableUse[] {
  const { 0: whole, 1: name, 3: member, index = 0 } = found
  const isKey =
    /[{,]\s*$/.test(code.slice(0, index)) && /^\s*:/.test(code.slice(index + whole.length))
  if (isKey) return []
  if (name !== 'Math') return [{ line, use: name, why: bannedNames[name] }]
  if (member === undefined) return [{ line, use: 'Math', why: 'may be used only as Math.name' }]
  if (allowedMath.includes(member)) return []
  const why = 'not among the members whose bits are fixed'
  return [{ line, use: `Math.${member}`, why }]
}
