import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/audit/evidence.ts'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { loadRules } from '../../../src/audit/rules.ts'

const rules = (await loadRules()).filter(({ appliesTo }) => appliesTo.includes('stub'))
const size = 900_000
const fill = (text: string) => text.repeat(Math.floor(size / text.length))
const numbered = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('\n')

const readme =
  '# T\n\n## Results\n\nTrained with Nesterov. Adam optimiser. Gradients were checked.\n\n## Deviations\n\n- a\n'

function stubOf(path: string, text: string): Evidence {
  const file = { path, kind: 'file' as const, bytes: text.length, text }
  return {
    subject: { kind: 'stub', name: 'hostile' },
    files: [file],
    readme: { state: 'read', page: parseDocument('README.md', readme) },
    ...{ declared: null, goldens: [], pinnedData: {}, commands: [], links: [], stale: [] },
    ...{ runs: null, probes: null },
  }
}

/** Each takes hours with a rule that compares everything with everything. */
describe('a source that was written to keep rules busy is read to its end', () => {
  it.each([
    ['options', 'a.py', fill("parser.add_argument('--seed')\n")],
    [
      'names that hand on a seed',
      'a.py',
      `parser.add_argument('--seed')\nx0 = args.seed\n${numbered(40_000, (i) => `x${i + 1} = x${i}`)}`,
    ],
    ['velocities', 'a.py', numbered(30_000, (i) => `v${i} *= m\nv${i} += g`)],
    ['one velocity', 'a.py', fill('v = m * v + g\nw -= lr * v\n')],
    ['calls in calls', 'a.py', fill('SGD(a(b(c(')],
    ['tests', 'a.py', fill('def test_a():\n    """x"""\n')],
    ['seeds', 'a.mjs', fill("const a = '--seed'\n")],
    ['loops', 'a.mjs', fill('for (a) ')],
    ['slashes', 'a.mjs', fill('=/[')],
  ])('%s', (_, path, text) => {
    const evidence = stubOf(path, text)
    const checks = rules.map((rule) => rule.check(evidence))
    expect(checks.every(({ lookedFor }) => lookedFor !== '')).toBe(true)
  })
})
