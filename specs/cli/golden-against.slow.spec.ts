import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { goldenAgainst } from '../../src/cli/golden-against.ts'
import { tolerances } from '../../src/goldens/ratchet/tolerances.ts'
import { packageRoot } from '../../src/package-root.ts'
import { exitCodes } from '../../src/user-error.ts'
import { keepingTerminal } from './terminal.ts'

const golden = 'golden/mnist-deep-mlp/strokes-quick.json'
const specification = 'audits/SPEC.md'
const spec = 'specs/one.spec.ts'
const kept = [golden, specification, ...new Set(tolerances.map(({ path }) => path))]

/** A small checkout with one golden, the specification and all tolerances, committed by Ada. */
function checkout() {
  const root = mkdtempSync(join(tmpdir(), 'assay-against-'))
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
      cwd: root,
    })
  for (const path of kept) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(packageRoot, path), join(root, path))
  }
  writeFileSync(join(root, spec), "it('holds', () => {})\n")
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', 'as it was')
  git('tag', 'then')
  const against = (revision = 'then') => {
    const { terminal, stdout } = keepingTerminal()
    return { code: goldenAgainst(root, revision, terminal), said: stdout() }
  }
  const change = (path: string, from: string | RegExp, to: string) => {
    const before = readFileSync(join(root, path), 'utf8')
    const after = before.replace(from, to)
    expect(after, `${path} has no ${from}`).not.toBe(before)
    writeFileSync(join(root, path), after)
  }
  return { root, git, against, change }
}

const waiver = (expires: string) =>
  JSON.stringify([{ rule: 'gif-present', subject: 'x', reason: 'later', owner: 'Bo', expires }])

type Checkout = ReturnType<typeof checkout>

/** One for all tests: each leaves it as it was. */
const made = checkout()
const { git, against, change } = made
afterEach(() => {
  git('reset', '-q', '--hard', 'then')
  git('clean', '-q', '-f', '-d')
})
afterAll(() => rmSync(made.root, { recursive: true }))

const loosenings: readonly [string, (checkout: Checkout) => void, RegExp][] = [
  [
    'a smaller effect',
    ({ change }) => change(golden, /"minimalEffect": 0.002/, '"minimalEffect": 0.001'),
    /mnist-deep-mlp\/strokes-quick\.json: claim deformation-helps: minimalEffect 0\.002 -> 0\.001/,
  ],
  [
    'a larger alpha',
    ({ change }) => change(golden, /"alpha": 0.05/, '"alpha": 0.1'),
    /alpha 0\.05 -> 0\.1/,
  ],
  [
    'fewer seeds of a claim',
    ({ change }) => change(golden, /"seeds": "0-4"/, '"seeds": "0-3"'),
    /seeds 0-4 -> 0-3, without 4/,
  ],
  [
    'another outcome declared',
    ({ change }) => change(golden, /"declared": "replicates"/, '"declared": "inconclusive"'),
    /declared replicates -> inconclusive/,
  ],
  [
    'a golden that is gone',
    ({ root }) => rmSync(join(root, golden)),
    /strokes-quick\.json: the golden is gone/,
  ],
  [
    'a wider gradient tolerance',
    ({ change }) =>
      change(
        'src/nn/central-differences.ts',
        'gradientTolerance = 1e-6',
        'gradientTolerance = 1e-4',
      ),
    /central-differences\.ts: gradientTolerance 0\.000001 -> 0\.0001/,
  ],
  [
    'a wider ulp bound',
    ({ change }) => change('src/numerics/functions/bounds.ts', 'tanh: 1.34', 'tanh: 2'),
    /bounds\.ts: tanh 1\.34 -> 2/,
  ],
  [
    'fewer random cases',
    ({ change }) => change('specs/contracts/parity/parity.spec.ts', /numRuns = \d+/, 'numRuns = 3'),
    /parity\.spec\.ts: numRuns \d+ -> 3/,
  ],
  [
    'less coverage asked',
    ({ change }) => change('.c8rc.json', /"lines": \d+/, '"lines": 10'),
    /\.c8rc\.json: lines \d+ -> 10/,
  ],
  [
    'a tolerance that is gone',
    ({ change }) => change('src/nn/central-differences.ts', 'kinkShare =', 'share ='),
    /kinkShare is gone/,
  ],
  [
    'a MUST that is a SHOULD',
    ({ change }) => change(specification, '**MUST.**', '**SHOULD.**'),
    /SPEC\.md: clause README-1: MUST -> SHOULD/,
  ],
  [
    'a clause that is gone',
    ({ change }) => change(specification, '### README-2\n', '### OTHER-2\n'),
    /clause README-2 is gone/,
  ],
  [
    'a skipped test',
    ({ change }) => change(spec, "it('holds'", "it.skip('holds'"),
    /one\.spec\.ts: 1 more tests are skipped/,
  ],
  [
    'a spec that is gone',
    ({ root }) => rmSync(join(root, spec)),
    /one\.spec\.ts: the spec is gone/,
  ],
  [
    'a new waiver',
    ({ root }) => writeFileSync(join(root, 'audits/waivers.json'), waiver('2030-01-01')),
    /waivers\.json: a waiver of gif-present for x, until 2030-01-01, by Bo: later/,
  ],
]

describe('golden status --against', () => {
  it('says that nothing asks for less, when nothing does', () => {
    expect(against()).toMatchObject({
      code: exitCodes.fine,
      said: expect.stringMatching(/^Nothing asks for less/),
    })
  })

  const areGone = ['a golden that is gone', 'a spec that is gone']
  const alone = loosenings.filter(([name]) => areGone.includes(name))
  const together = loosenings.filter((one) => !alone.includes(one))

  it.each([...alone, together[0]])('finds %s', (_, loosen, says) => {
    loosen(made)
    const { code, said } = against()
    expect(said).toMatch(says)
    expect(said).toMatch(/not committed yet\n1 thing asked for more/)
    expect(code).toBe(exitCodes.failed)
  })

  it('finds all others, each by its name', () => {
    for (const [, loosen] of together) loosen(made)
    const { code, said } = against()
    for (const [, , says] of together) expect(said).toMatch(says)
    expect(said).toContain(`${together.length} things asked for more`)
    expect(code).toBe(exitCodes.failed)
  })

  it('names the commit and its author', () => {
    change(golden, /"minimalEffect": 0.002/, '"minimalEffect": 0.001')
    git('commit', '-q', '-a', '-m', 'tidy up')
    expect(against().said).toMatch(/minimalEffect 0\.002 -> 0\.001\n {4}[0-9a-f]+ Ada: tidy up\n/)
  })

  it('has no word against what asks for more', () => {
    change(golden, /"minimalEffect": 0.002/, '"minimalEffect": 0.004')
    change('src/nn/central-differences.ts', 'gradientTolerance = 1e-6', 'gradientTolerance = 1e-7')
    expect(against().code).toBe(exitCodes.fine)
  })

  it('refuses a revision that git does not know', () => {
    expect(() => against('nosuch')).toThrow(/There is no revision nosuch/)
    expect(() => against('--all')).toThrow(/There is no revision --all/)
  })
})
