import { describe, expect, it } from 'vitest'
import { namesOf } from './numbered-images.ts'
import { byEpoch, recordedRun } from './recorded-run.ts'

const classifier = ['init/seed 3', 'subset/seed 3', 'order/seed 3']

describe('a run draws from one stream a purpose, named after paper, purpose and seed', () => {
  it.each([
    ['mnist-deep-mlp', 'deformed', [...classifier, 'test subset/seed 0', 'deformation/seed 3']],
    ['mnist-deep-mlp', 'undeformed', [...classifier, 'test subset/seed 0']],
    ['mcdnn-image-bench', 'column', [...classifier, 'test subset/seed 0']],
    ['compete-to-compute', 'relu', classifier],
    ['compete-to-compute', 'lwta', classifier],
    ['highway-networks', 'highway', [...classifier, 'test subset/seed 3']],
    ['highway-networks', 'plain', [...classifier, 'test subset/seed 3']],
  ])('%s, %s', async (slug, arm, names) => {
    const { streams } = await recordedRun(slug, { arm, seed: 3 })
    expect([...streams].sort()).toEqual(names.map((name) => `${slug}/${name}`).sort())
  })
})

describe('arms that are compared', () => {
  const start = async (slug: string, arm: string, seed = 0) => {
    const [{ before }] = (await recordedRun(slug, { arm, seed })).updates
    return before.join()
  }

  it.each([
    ['mnist-deep-mlp', 'deformed', 'undeformed'],
    ['compete-to-compute', 'lwta', 'relu'],
  ])('%s: %s and %s start from the same parameters', async (slug, one, other) => {
    expect((await start(slug, one)) === (await start(slug, other)), 'as the other arm').toBe(true)
    expect((await start(slug, one)) === (await start(slug, one, 1)), 'as seed 1').toBe(false)
  })

  it.each([
    ['mnist-deep-mlp', 'deformed', 'undeformed'],
    ['compete-to-compute', 'lwta', 'relu'],
    ['highway-networks', 'highway', 'plain'],
  ])('%s: %s and %s learn the same digits in the same order', async (slug, one, other) => {
    const [first, second] = await Promise.all([one, other].map((arm) => recordedRun(slug, { arm })))
    const digits = ({ updates }: typeof first) => updates.map(({ labels }) => labels)
    expect(digits(first)).toEqual(digits(second))
    const tested = ({ readings }: typeof first) =>
      byEpoch(readings)[0].flatMap(({ x }) => namesOf(x))
    expect(tested(first)).toEqual(tested(second))
    if (one === 'deformed') return
    const images = ({ updates }: typeof first) => updates.map(({ x }) => namesOf(x))
    expect(images(first)).toEqual(images(second))
  })
})
