import { describe, expect, it } from 'vitest'
import { digitOf, namesOf } from './numbered-images.ts'
import { byEpoch, paperOf, recordedRun } from './recorded-run.ts'

const slug = 'mcdnn-image-bench'
const seeds = [0, 1, 2]
const images = 30

/** Three columns and the run that averages them. */
async function group() {
  const columns = await Promise.all(seeds.map((seed) => recordedRun(slug, { arm: 'column', seed })))
  const inputs = columns.map(({ result }) => result.artifacts[0].values)
  const averaged = await recordedRun(slug, { arm: 'averaged', inputs })
  return { inputs, averaged }
}

describe('mcdnn-image-bench: the arm averaged', () => {
  it('trains nothing', async () => {
    const { averaged } = await group()
    expect([averaged.updates.length, averaged.readings.length]).toEqual([0, 0])
    expect(averaged.result.parameters).toEqual([])
  })

  it('answers with the mean of the probabilities that all its columns gave to the test images', async () => {
    const { inputs, averaged } = await group()
    const [{ name, shape, values }] = averaged.result.artifacts
    expect([name, ...shape]).toEqual(['averagedProbabilities', images, 10])
    const mean = inputs[0].map((_, i) => inputs.reduce((sum, column) => sum + column[i], 0) / 3)
    const wrongAt = [...mean].flatMap((p, i) => (values[i] === p ? [] : [i]))
    expect(wrongAt.length, 'entries that are no mean of three columns').toBe(0)
  })

  it('errs where the digit is not the likeliest, and reports the mean and the best of its columns', async () => {
    const { readings, dataset } = await recordedRun(slug, { arm: 'column' })
    const digits = byEpoch(readings)[0].flatMap(({ x }) =>
      namesOf(x).map((name) => digitOf(dataset, name)),
    )
    // Each column reads its first images right, and takes the others for the next digit.
    const right = [10, 24, 17]
    const inputs = right.map((count) =>
      Float64Array.from({ length: images * 10 }, (_, i) => {
        const image = Math.floor(i / 10)
        const answer = image < count ? digits[image] : (digits[image] + 1) % 10
        return i % 10 === answer ? 0.91 : 0.01
      }),
    )
    const { result } = await recordedRun(slug, { arm: 'averaged', inputs })
    expect(result.counts).toEqual({
      // Where two of three columns are right, so is their mean.
      averagedTestError: { count: 30 - 17, total: 30 },
      meanColumnError: { count: 20 + 6 + 13, total: 90 },
      bestColumnError: { count: 6, total: 30 },
    })
    expect(result.metrics).toEqual({
      averagedTestError: 13 / 30,
      meanColumnError: 39 / 90,
      bestColumnError: 6 / 30,
    })
    expect(result.curves).toEqual({ columnError: [20 / 30, 6 / 30, 13 / 30] })
  })

  it('reads as many columns as its config says, and none that another seed reads', () => {
    const { reads } = paperOf(slug).arms.averaged
    expect(reads).toMatchObject({ arm: 'column', artifact: 'testProbabilities' })
    const read = seeds.flatMap((seed) => reads!.seeds(seed, { columns: 5 }))
    expect([...read].sort((a, b) => a - b)).toEqual([...Array(15).keys()])
    expect(reads!.seeds(2, { columns: 5 })).toEqual([10, 11, 12, 13, 14])
  })
})
