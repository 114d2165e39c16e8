import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rule as optionsUsed } from '../../../src/audit/rules/foreign/options-used.ts'
import { rule as remarksAgree } from '../../../src/audit/rules/shared/remarks-agree.ts'
import { rule as settingsAsRun } from '../../../src/audit/rules/shared/settings-as-run.ts'
import { rule as weightsCounted } from '../../../src/audit/rules/shared/weights-counted.ts'
import { foundIn } from './folder-of.ts'

const file = (path: string) =>
  readFileSync(join(import.meta.dirname, '..', 'python-stub', path), 'utf8')
const texts = { 'README.md': file('README.md'), 'train.py': file('train.py') }
const rules = [settingsAsRun, remarksAgree, weightsCounted, optionsUsed]

/** The stub with one text in place of another. */
function edited(path: keyof typeof texts, from: string, to: string) {
  if (texts[path].split(from).length !== 2) throw new Error(`${path} holds "${from}" not once`)
  return { ...texts, [path]: texts[path].replace(from, () => to) }
}

describe('the stub in Python', () => {
  it('has no setting that is wrong', () => {
    expect(rules.flatMap((rule) => foundIn(rule, texts))).toEqual([])
  })

  it.each([
    [settingsAsRun, 'README.md', 'SWEEPS = 5.', 'SWEEPS = 50.', /“SWEEPS = 50”.*SWEEPS = 5$/],
    [settingsAsRun, 'README.md', 'UNITS = 48', 'UNITS = 30', /“UNITS = 30”.*UNITS = 48$/],
    [settingsAsRun, 'train.py', '48, 8, 6, 5', '48, 8, 4, 5', /“FLIPS = 6”.*FLIPS = 4$/],
    [remarksAgree, 'train.py', 'no self-connection.', 'UNITS = 32.', /“UNITS = 32”.*UNITS 48$/],
    [weightsCounted, 'README.md', 'Eight random', 'A 8-4-2 net of 99 weights. Eight', /46 weights/],
    [
      optionsUsed,
      'train.py',
      '    args = parser',
      '    parser.add_argument("--sweeps", type=int, default=5)\n    args = parser',
      /takes --sweeps/,
    ],
  ] as const)('has with an edit', (rule, path, from, to, what) => {
    expect(foundIn(rule, edited(path, from, to))).toEqual([expect.stringMatching(what)])
  })
})
