import { describe, expect, it } from 'vitest'
import type { Config } from '../../../src/papers/paper.ts'
import { digitOf, namesOf } from './numbered-images.ts'
import { byEpoch, recordedRun } from './recorded-run.ts'
import { rulesBehind } from './update-rules.ts'

const slug = 'compete-to-compute'
const epochsPerTask = 2

/** Updates of the first task, of the second, and of both. */
async function updatesOf(config: Config) {
  const run = await recordedRun(slug, { config })
  const epochs = byEpoch(run.updates)
  const parts = [epochs.slice(0, epochsPerTask), epochs.slice(epochsPerTask), epochs]
  return { ...run, parts: parts.map((some) => some.flat()) }
}

describe('compete-to-compute: the second task', () => {
  it('goes on from the parameters that the first one left', async () => {
    const { parts } = await updatesOf({})
    const [first, second] = parts
    expect([...second[0].before]).toEqual([...first.at(-1)!.after])
  })

  it('carryVelocity=true: goes on with the velocity of the first', async () => {
    const { parts, config } = await updatesOf({ carryVelocity: true })
    const [first, second, both] = parts.map((updates) => rulesBehind(updates, config))
    expect(first, 'the rules behind the first task').toEqual(['heavy-ball'])
    expect(second, 'the rules behind the second task, were it started from rest').toEqual([])
    expect(both, 'the rules behind both tasks in one go').toEqual(['heavy-ball'])
  })

  it('carryVelocity=false: starts from rest', async () => {
    const { parts, config } = await updatesOf({ carryVelocity: false })
    const [first, second, both] = parts.map((updates) => rulesBehind(updates, config))
    expect(first, 'the rules behind the first task').toEqual(['heavy-ball'])
    expect(second, 'the rules behind the second task, started from rest').toEqual(['heavy-ball'])
    expect(both, 'the rules behind both tasks, were they one go').toEqual([])
  })

  it('learns equally many images of each digit, imagesPerClass of them', async () => {
    const { updates, dataset } = await recordedRun(slug)
    for (const batches of byEpoch(updates)) {
      const digits = batches.flatMap(({ x }) => namesOf(x).map((name) => digitOf(dataset, name)))
      const counts = new Map(digits.map((digit) => [digit, 0]))
      for (const digit of digits) counts.set(digit, counts.get(digit)! + 1)
      expect([...counts.values()]).toEqual([8, 8, 8, 8, 8])
    }
  })
})

describe('compete-to-compute: the two arms', () => {
  const seen = async (arm: string, sharedOrder: boolean) => {
    const { updates } = await recordedRun(slug, { arm, config: { sharedOrder } })
    return byEpoch(updates).map((batches) => batches.flatMap(({ x }) => namesOf(x)))
  }

  it('sharedOrder=true: see the same images in the same order', async () => {
    expect(await seen('lwta', true)).toEqual(await seen('relu', true))
  })

  it('sharedOrder=false: see the same images, each arm in an order of its own', async () => {
    const [lwta, relu] = await Promise.all([seen('lwta', false), seen('relu', false)])
    const sorted = (epochs: string[][]) => epochs.map((names) => [...names].sort())
    expect(sorted(lwta)).toEqual(sorted(relu))
    lwta.forEach((names, epoch) => {
      expect(names, `order of epoch ${epoch + 1}`).not.toEqual(relu[epoch])
    })
  })
})
