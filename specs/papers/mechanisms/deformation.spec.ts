import { describe, expect, it } from 'vitest'
import type { Config } from '../../../src/papers/paper.ts'
import { ramps, rigid, rowsOf, smooth } from './bent-ramps.ts'
import { levelsOf, namesOf } from './numbered-images.ts'
import { recordedRun } from './recorded-run.ts'

const slug = 'mnist-deep-mlp'

describe('mnist-deep-mlp: deformations are drawn afresh', () => {
  it.each([
    ['turn, scale and shift', smooth],
    ['elastic displacement', rigid],
  ])('%s: for each image, in each batch and in each epoch', async (_, config) => {
    const { updates } = await recordedRun(slug, { arm: 'deformed', config, dataset: ramps(40) })
    const seen = updates
      .flatMap(rowsOf)
      .filter(({ label }) => label === 0)
      .map(({ pixels }) => pixels.join())
    expect(seen).toHaveLength(40)
    expect(new Set(seen).size, 'different pictures of one digit, of 40').toBe(40)
  })
})

describe('mnist-deep-mlp: the net is trained on', () => {
  const shown = async (arm: string, config: Config) => {
    const { updates, dataset } = await recordedRun(slug, { arm, config })
    const bent = updates.some((update) =>
      rowsOf(update).some(({ pixels }) => {
        const levels = levelsOf(dataset, namesOf(pixels)[0])
        return pixels.some((value, i) => value !== levels[i] / 255)
      }),
    )
    return bent ? 'bent digits' : 'the digits as they are'
  }

  it.each([
    ['bent digits', 'deformed', {}],
    ['the digits as they are', 'deformed', { ...rigid, ...smooth }],
    ['the digits as they are', 'undeformed', {}],
  ] as const)('%s by the arm %s with %o', async (what, arm, config) => {
    expect(await shown(arm, config)).toBe(what)
  })
})
