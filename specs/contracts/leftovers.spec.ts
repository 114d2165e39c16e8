import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

it('the build leaves nothing in dist of a source that is no more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-leftovers-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const script = 'dist/scripts/remove-leftovers.js'
  for (const path of ['package.json', script, 'dist/src/package-root.js'])
    cpSync(join(packageRoot, path), join(folder, path))
  const rules = ['kept', 'gone'].map((name) => `audit/rules/${name}`)
  for (const path of ['src/audit/rules', 'dist/src/audit/rules', 'dist/bench', 'scripts'])
    mkdirSync(join(folder, path), { recursive: true })
  for (const source of ['src/package-root.ts', 'scripts/remove-leftovers.ts', `src/${rules[0]}.ts`])
    writeFileSync(join(folder, source), '')
  const built = rules.flatMap((rule) => [`dist/src/${rule}.js`, `dist/src/${rule}.js.map`])
  for (const path of built) writeFileSync(join(folder, path), '')
  execFileSync(process.execPath, [join(folder, script)])
  expect(built.filter((path) => existsSync(join(folder, path)))).toEqual(built.slice(0, 2))
  expect(existsSync(join(folder, script))).toBe(true)
})
