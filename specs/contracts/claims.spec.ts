import { beforeAll, describe, expect, it } from 'vitest'
import { checkDeclarations } from '../../src/claims/check-declarations.ts'
import { measuresOf } from '../../src/claims/measures.ts'
import { parseSeeds } from '../../src/claims/seeds.ts'
import { drawStrokes } from '../../src/data/strokes/strokes.ts'
import { packageRoot } from '../../src/package-root.ts'
import { papers } from '../../src/papers/index.ts'
import { recipeAspects } from '../../src/papers/paper.ts'
import { findGolden, readGolden } from '../../src/records/golden.ts'
import { planJobs } from '../../src/run/plan.ts'
import { parseOverrides, resolveConfig } from '../../src/run/resolve.ts'
import { placesOf } from './claims/places.ts'
import { figureFaults } from './claims/reported-figures.ts'
import { smallBatches } from './determinism/glimpses.ts'
import { type Result, runHere } from './determinism/in-this-process.ts'
import { expectNoFaults, explanationOf } from './no-faults.ts'

const images = { train: 128, test: 40 }
const dataset = drawStrokes(images)

describe.each(papers)('$slug', (paper) => {
  const arms = Object.keys(paper.arms)
  const places = placesOf(paper)

  it('declares its claims soundly', () => {
    expectNoFaults(checkDeclarations(paper))
  })

  it('says of every figure carried over where it stands and how sure it is', () => {
    expectNoFaults(paper.claims.flatMap(figureFaults).map((fault) => `${paper.slug}: ${fault}`))
  })

  it('runs, in the preset of each claim, every arm and every seed that the claim is judged on', () => {
    const faults = places.flatMap(({ claim, at, name }) =>
      measuresOf(claim).flatMap(({ arm }) => {
        const runs = paper.presets[at.preset]?.runs[arm]
        if (runs === undefined) return [`${name}: no run of arm ${arm} in preset ${at.preset}`]
        const declared = parseSeeds(runs)
        const absent = parseSeeds(at.seeds).filter((seed) => !declared.includes(seed))
        return absent.length > 0 ? [`${name}: ${arm} does not run seeds ${absent.join(', ')}`] : []
      }),
    )
    expectNoFaults(faults)
  })

  it('has a golden wherever an outcome is declared', () => {
    const goldens = places.map(({ at: { dataset, preset } }) => ({
      paper: paper.slug,
      dataset,
      preset,
    }))
    const missing = goldens.filter((id) => findGolden(packageRoot, id) === null)
    const faults = missing.map((id) => explanationOf(() => readGolden(packageRoot, id)))
    expectNoFaults([...new Set(faults)])
  })

  describe('its runs', () => {
    let records: readonly Result[]
    beforeAll(async () => {
      const overrides = smallBatches(paper.glimpse)
      const request = { paper, preset: 'quick', dataset: 'strokes', images, overrides } as const
      records = await runHere(await planJobs({ ...request, arms, seeds: [0] }), dataset)
    })
    const recordOf = (arm: string) => records.find(({ job }) => job.arm === arm)

    it('measure what its claims are about', () => {
      const faults = paper.claims.flatMap((claim) =>
        measuresOf(claim).flatMap(({ arm, metric }) =>
          Object.hasOwn(recordOf(arm)?.metrics ?? {}, metric)
            ? []
            : [`${paper.slug}: ${claim.id} is about ${metric} of ${arm}, whose runs have none`],
        ),
      )
      expectNoFaults(faults)
    })

    it('measure what it declares, and nothing else', () => {
      const measured = new Set(records.flatMap(({ metrics }) => Object.keys(metrics)))
      expect([...measured].sort()).toEqual(Object.keys(paper.metrics).sort())
    })

    it('keep the count behind every metric that is a fraction of images', () => {
      for (const { job, metrics, counts } of records) {
        const fractions = Object.keys(metrics).filter(
          (name) => paper.metrics[name]?.unit === 'fraction',
        )
        expect(Object.keys(counts).sort(), job.arm).toEqual(fractions.sort())
        for (const name of fractions)
          expect(metrics[name], name).toBe(counts[name].count / counts[name].total)
      }
    })
  })

  it('names in each deviation keys of its config, or an aspect that no key sets, and a reason', () => {
    const known = [...Object.keys(paper.config.shape), ...recipeAspects]
    const faults = paper.deviations.flatMap(({ key, theirs, ours, reason }) => [
      ...key
        .split(', ')
        .filter((name) => !known.includes(name))
        .map((name) => `${paper.slug}: deviation “${key}”: ${name} is no key of its config`),
      ...(theirs && ours && reason ? [] : [`${paper.slug}: deviation “${key}” lacks its words`]),
    ])
    expectNoFaults(faults)
  })

  it('restores by --set what it says can be restored', () => {
    for (const { key, restore } of paper.deviations) {
      if (restore === undefined) continue
      const headline: Readonly<Record<string, unknown>> = paper.presets.headline!.config
      const overrides = parseOverrides(paper, arms, restore.split(' '))
      for (const [name, value] of Object.entries(overrides)) {
        expect(key.split(', '), restore).toContain(name)
        expect(value, `${paper.slug}: ${restore} is what headline does anyway`).not.toBe(
          headline[name],
        )
      }
      for (const arm of arms) resolveConfig(paper, 'headline', arm, overrides)
    }
  })
})
