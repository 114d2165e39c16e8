import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judge } from '../../src/claims/judge.ts'
import { judgeCommand } from '../../src/cli/judge.ts'
import { otherwiseAtHeadline } from '../../src/goldens/accepted-headline.ts'
import { packageRoot } from '../../src/package-root.ts'
import { competeToCompute as compete } from '../../src/papers/compete-to-compute/index.ts'
import { papers } from '../../src/papers/index.ts'
import { mnistDeepMlp as deepMlp } from '../../src/papers/mnist-deep-mlp/index.ts'
import { goldenPath, readGolden } from '../../src/records/golden.ts'
import { newFolder } from './assay.ts'
import { keepingTerminal } from './terminal.ts'

const options = { golden: true, all: true, preset: 'quick', out: 'out' } as const

/** A checkout that holds some of the accepted goldens. */
function checkoutWith(...goldens: Parameters<typeof goldenPath>[0][]): string {
  const root = newFolder()
  cpSync(join(packageRoot, 'CHANGELOG.md'), join(root, 'CHANGELOG.md'))
  for (const path of goldens.map(goldenPath)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    cpSync(join(packageRoot, path), join(root, path))
  }
  return root
}

it('judge --golden judges every golden of the preset, and says which papers have none', () => {
  const paper = deepMlp.slug
  const both = (['mnist', 'strokes'] as const).map(
    (dataset) => ({ paper, dataset, preset: 'quick' }) as const,
  )
  const root = checkoutWith(...both, { paper: compete.slug, dataset: 'strokes', preset: 'quick' })
  const kept = keepingTerminal()
  expect(judgeCommand(root, [], options, kept.terminal)).toBe(2)
  for (const words of [
    'mnist-deep-mlp (MNIST, quick): replicates',
    'mnist-deep-mlp (strokes, quick): replicates',
    'compete-to-compute (strokes, quick): replicates',
    'Outcomes (MNIST, quick)',
    'Outcomes (strokes, quick)',
  ])
    expect(kept.stdout()).toContain(words)
  const judged = [...both.map(({ paper }) => paper), compete.slug]
  const others = papers.map(({ slug }) => slug).filter((slug) => !judged.includes(slug))
  expect(kept.said).toEqual(others.map((slug) => `${slug} has no accepted quick runs: left out.`))

  // A golden that was edited is judged, and said to be.
  const edited = join(root, goldenPath(both[1]))
  writeFileSync(edited, readFileSync(edited, 'utf8').replace(/"reason": "/, '"reason": "no, '))
  const named = keepingTerminal()
  expect(
    judgeCommand(root, [paper], { ...options, all: false, data: 'strokes' }, named.terminal),
  ).toBe(0)
  expect(named.stdout()).not.toContain('MNIST')
  expect(named.said.join()).toContain('mnist-deep-mlp/strokes-quick.json was edited by hand')
})

it('judge --golden could not run (3) where nothing is accepted, and a preset of no paper is a slip (64)', () => {
  const { terminal } = keepingTerminal()
  expect(() => judgeCommand(newFolder(), [], options, terminal)).toThrow(
    expect.objectContaining({ exitCode: 3, message: expect.stringContaining('No golden for') }),
  )
  expect(() => judgeCommand(packageRoot, [], { ...options, preset: 'paper' }, terminal)).toThrow(
    expect.objectContaining({
      exitCode: 64,
      message: 'mnist-deep-mlp has no preset paper; it has headline, quick',
    }),
  )
})

it('a tick is for what replicates alone', () => {
  const kept = keepingTerminal()
  const headline = { ...options, all: false, preset: 'headline' } as const
  judgeCommand(packageRoot, [compete.slug], headline, kept.terminal)
  expect(kept.stdout()).toContain('= lwta-forgets-less: not-replicated, as declared')
  expect(kept.stdout()).not.toContain('✓')
})

it('--json gives each claim with the place where it was judged', () => {
  const kept = keepingTerminal()
  judgeCommand(packageRoot, [compete.slug], { ...options, all: false, json: true }, kept.terminal)
  const { claims } = JSON.parse(kept.stdout())
  expect(
    claims.map(({ id, dataset, preset }: Record<string, string>) => `${id} ${dataset} ${preset}`),
  ).toEqual(
    ['mnist', 'strokes'].flatMap((dataset) =>
      compete.claims.map(({ id }) => `${id} ${dataset} quick`),
    ),
  )
})

it('small runs whose outcome headline does not share say so in one line, with the command', () => {
  const kept = keepingTerminal()
  judgeCommand(packageRoot, [], options, kept.terminal)
  const lines = kept
    .stdout()
    .split('\n')
    .filter((line) => line.startsWith('But at headline'))
  const line =
    'But at headline lwta-forgets-less is not-replicated: npx assay judge compete-to-compute --golden'
  expect(lines).toEqual([line, line])
  const headline = keepingTerminal()
  judgeCommand(packageRoot, [], { ...options, preset: 'headline' }, headline.terminal)
  expect(headline.stdout()).not.toContain('But at headline')
})

it('a part of the small runs decides nothing, and so is not held against headline', () => {
  const place = { dataset: 'strokes', preset: 'quick' } as const
  const { records } = readGolden(packageRoot, { paper: compete.slug, ...place })
  const otherwise = (some: typeof records) =>
    otherwiseAtHeadline(packageRoot, compete, judge(compete, some, place)).map(({ id }) => id)
  expect(otherwise(records)).toEqual(['lwta-forgets-less'])
  expect(otherwise(records.slice(1))).toEqual([])
  expect(otherwiseAtHeadline(newFolder(), compete, judge(compete, records, place))).toEqual([])
})
