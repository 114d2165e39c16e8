import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declarationFaults, loadMechanisms } from '../../src/audit/probing/mechanisms.ts'
import { loadForProbes } from '../../src/audit/probing/probed-paper.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { planJobs, totalFlops } from '../../src/run/plan.ts'
import { expectNoFaults } from './no-faults.ts'
import { loadedWith } from './source/imports.ts'
import { sourceFile } from './source/tree.ts'

const mostQuickFlops = 2e12
const mnist = { train: 60_000, test: 10_000 }
const filesOfAPaper = ['README.md', 'index.ts', 'model.ts', 'train.ts']

const folder = join(packageRoot, 'src/papers')
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('the catalogue of papers', () => {
  it('has every folder, and every paper of it has its folder', () => {
    const slugs = papers.map(({ slug }) => slug)
    expectNoFaults([
      ...folders
        .filter((name) => !slugs.includes(name))
        .map((name) => `src/papers/${name} is not in src/papers/index.ts`),
      ...slugs
        .filter((slug) => !folders.includes(slug))
        .map(
          (slug) => `src/papers/index.ts has ${slug}, but there is no folder src/papers/${slug}`,
        ),
      ...slugs
        .filter((slug, i) => slugs.indexOf(slug) !== i)
        .map((slug) => `src/papers/index.ts has ${slug} twice`),
    ])
  })

  it('is in reading order: by year', () => {
    const years = papers.map(({ citation }) => citation.year)
    expect(years).toEqual([...years].sort((a, b) => a - b))
  })

  it('finds in each folder what every paper has', () => {
    const missing = folders.flatMap((slug) =>
      filesOfAPaper
        .filter((file) => !existsSync(join(folder, slug, file)))
        .map((file) => `src/papers/${slug} has no ${file}`),
    )
    expectNoFaults(missing)
  })

  it('can be read without loading numerics, networks or pixels', () => {
    const faults = loadedWith('src/papers/index.ts', sourceFile)
      .filter(({ to, isOurs }) => (isOurs ? !to.startsWith('src/papers/') : to !== 'zod'))
      .map(
        ({ from, line, to }) => `${from}:${line} loads ${to} with the catalogue: import it lazily`,
      )
    expectNoFaults(faults)
  })
})

describe.each(papers)('$slug', (paper) => {
  it('has the presets quick and headline, which run arms that it declares', () => {
    expect(Object.keys(paper.presets)).toEqual(expect.arrayContaining(['quick', 'headline']))
    for (const { config, runs } of Object.values(paper.presets)) {
      expect(paper.config.safeParse(config).success).toBe(true)
      expect(Object.keys(paper.arms)).toEqual(expect.arrayContaining(Object.keys(runs)))
    }
  })

  it('says what each key of its config means', () => {
    const silent = Object.entries(paper.config.shape)
      .filter(([, schema]) => !schema.meta()?.description)
      .map(([key]) => `${paper.slug}: ${key} has no meaning: give it .describe(…)`)
    expectNoFaults(silent)
  })

  it('names mechanisms that there are probes for, with tensors and keys that it has', async () => {
    const [probes, probed] = [await loadMechanisms(), await loadForProbes(paper)]
    expectNoFaults(
      paper.mechanisms.flatMap((declared) =>
        declarationFaults(probes, probed, declared).map(
          ({ says, seen }) =>
            `${paper.slug}: mechanism ${declared.name}: it does not hold that ${says}: ${seen}`,
        ),
      ),
    )
  })

  it('loads the code that computes', async () => {
    const code = await paper.load()
    expect(code.train).toBeInstanceOf(Function)
    expect(code.cost).toBeInstanceOf(Function)
  })
})

it('quick takes at most 2 TFLOP for all papers together', async () => {
  const plans = await Promise.all(
    papers.map((paper) =>
      planJobs({ paper, preset: 'quick', dataset: 'mnist', images: mnist, overrides: {} }),
    ),
  )
  const words = plans
    .map((jobs, i) => `${papers[i].slug} ${(totalFlops(jobs) / 1e9).toFixed(0)} GFLOP`)
    .join(', ')
  expect(totalFlops(plans.flat()), words).toBeLessThanOrEqual(mostQuickFlops)
})
