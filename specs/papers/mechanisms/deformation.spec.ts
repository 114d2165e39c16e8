import { describe, expect, it } from 'vitest'
import type { Config } from '../../../src/papers/paper.ts'
import { papersWith } from '../arms.ts'
import { levelsOf, namesOf } from '../recording/numbered-images.ts'
import { recordedRun } from '../recording/recorded-run.ts'
import { bending, ramps, rigid, rowsOf, smooth } from './bent-ramps.ts'

const found = papersWith('deformation')

describe.each(found)('$slug: deformations are drawn afresh', ({ paper }) => {
  it.each([
    ['turn, scale and shift', smooth],
    ['elastic displacement', rigid],
  ])('%s: for each image, in each batch and in each epoch', async (_, config) => {
    const { updates } = await recordedRun(paper, {
      arm: bending(paper)[0],
      config,
      dataset: ramps(40),
    })
    const seen = updates
      .flatMap(rowsOf)
      .filter(({ label }) => label === 0)
      .map(({ pixels }) => pixels.join())
    expect(seen).toHaveLength(40)
    expect(new Set(seen).size, 'different pictures of one digit, of 40').toBe(40)
  })
})

describe.each(found)('$slug: the net is trained on', ({ paper }) => {
  const [bent] = bending(paper)

  const shown = async (arm: string, config: Config) => {
    const { updates, dataset } = await recordedRun(paper, { arm, config })
    const isBent = updates.some((update) =>
      rowsOf(update).some(({ pixels }) => {
        const levels = levelsOf(dataset, namesOf(pixels)[0])
        return pixels.some((value, i) => value !== levels[i] / 255)
      }),
    )
    return isBent ? 'bent digits' : 'the digits as they are'
  }

  it.each([
    ['bent digits', bent, {}],
    ['the digits as they are', bent, { ...rigid, ...smooth }],
    ['the digits as they are', paper.recipe.asTheyAre, {}],
  ] as const)('%s by the arm %s with %o', async (what, arm, config) => {
    expect(await shown(arm, config)).toBe(what)
  })
})
