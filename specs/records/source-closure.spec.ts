import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { relativeImports, sourceClosure } from '../../src/records/source-closure.ts'
import { temporaryFolder } from './samples.ts'

const files = {
  'papers/tiny/index.ts': `import { a } from '../../nn/a.ts'
import type { Claim } from '../../claims/claim.ts'
export const train = () => import('./train.ts')
export const figures = () => import('./figures.ts')
`,
  'papers/tiny/train.ts': `import seedrandom from 'seedrandom'
import { step } from '../../kernels/step.ts'
export * from './model.ts'
`,
  'papers/tiny/model.ts': `import { a } from '../../nn/a.ts'\n`,
  'papers/tiny/unused.ts': 'export {}\n',
  'papers/tiny/figures.ts': `import './drawings/curves.ts'\nimport '../../figures/svg.ts'\n`,
  'papers/tiny/drawings/curves.ts': 'export {}\n',
  'figures/svg.ts': 'export {}\n',
  'nn/a.ts': `export const a = 1\nimport '../papers/tiny/index.ts'\n`,
}

function checkout(changes: Record<string, string> = {}): string {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    const file = join(root, 'src', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return root
}

const digest = (changes?: Record<string, string>) => sourceClosure(checkout(changes), 'tiny').digest

describe("a paper's source closure", () => {
  it('follows imports, lazy ones and circles too, and leaves out types, kernels and what draws', () => {
    expect(sourceClosure(checkout(), 'tiny').files).toEqual([
      'nn/a.ts',
      'papers/tiny/index.ts',
      'papers/tiny/model.ts',
      'papers/tiny/train.ts',
    ])
  })

  it('has a digest that moves with any of its files and with nothing else', () => {
    const plain = digest()
    expect(digest()).toBe(plain)
    expect(digest({ 'papers/tiny/unused.ts': 'export const x = 1\n' })).toBe(plain)
    const { 'nn/a.ts': a } = files
    expect(digest({ 'nn/a.ts': a.replaceAll('\n', '\r\n') })).toBe(plain)
    expect(digest({ 'nn/a.ts': a.replace('1', '2') })).not.toBe(plain)
  })
})

describe('the import scanner', () => {
  it('finds what is loaded and nothing else', () => {
    const text = `
import one from './1.ts'
import * as two from "./2.ts"
import three, { type T, three as drei } from '../3.ts'
import {
  four,
} from './4.ts'
import './5.ts'
export { six } from './6.ts'
export * as seven from './7.ts'
export * from './8.ts'
const nine = await import('./9.ts')
const ten = () => import(
  './10.ts'
)
import table from './11.json' with { type: 'json' }

import type No from './no.ts'
import type { No } from './no.ts'
export type { No } from './no.ts'
export type * from './no.ts'
import fs from 'node:fs'
import x from 'package'
export const a = 1
export function from() {}
const text = "import no from './no.ts'"
`
    expect(relativeImports(text)).toEqual([
      './1.ts',
      './2.ts',
      '../3.ts',
      './4.ts',
      './5.ts',
      './6.ts',
      './7.ts',
      './8.ts',
      './9.ts',
      './10.ts',
      './11.json',
    ])
  })

  it('agrees with a real parser over all of our sources', () => {
    const src = join(packageRoot, 'src')
    const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.startsWith('kernels'),
    )
    for (const file of sources) {
      const text = readFileSync(join(src, file), 'utf8')
      expect(relativeImports(text).sort(), file).toEqual(parsedImports(file, text).sort())
    }
  })
})

function parsedImports(file: string, text: string): string[] {
  const { program, module } = parseSync(file, text)
  const found = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  )
  for (const node of program.body) {
    const isType =
      ('importKind' in node && node.importKind === 'type') ||
      ('exportKind' in node && node.exportKind === 'type')
    if ('source' in node && node.source && !isType) found.push(String(node.source.value))
  }
  return found.filter((specifier) => specifier.startsWith('.'))
}
