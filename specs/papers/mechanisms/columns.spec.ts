import { describe, expect, it } from 'vitest'
import { digitOf, namesOf } from './numbered-images.ts'
import { paperOf, recordedRun } from './recorded-run.ts'

const slug = 'mcdnn-image-bench'
const seeds = [0, 1, 2]
const images = 30

/** Three columns and the run that averages them. */
async function group() {
  const columns = await Promise.all(seeds.map((seed) => recordedRun(slug, { arm: 'column', seed })))
  const inputs = columns.map(({ result }) => result.artifacts[0].values)
  const averaged = await recordedRun(slug, { arm: 'averaged', inputs })
  return { columns, inputs, averaged }
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
    expect(wrongAt, 'entries that are no mean of three columns').toEqual([])
  })

  it('errs where the digit is not the likeliest, and reports the mean and the best of its columns', async () => {
    const { columns, averaged } = await group()
    const { result, dataset } = averaged
    const names = columns[0].readings.flatMap(({ x }) => namesOf(x)).slice(0, images)
    const [{ values }] = result.artifacts
    const wrong = names.filter((name, row) => {
      const p = [...values.subarray(row * 10, row * 10 + 10)]
      return p.indexOf(Math.max(...p)) !== digitOf(dataset, name)
    }).length
    const each = columns.map((column) => column.result.counts.testError.count)
    const sum = each.reduce((total, one) => total + one, 0)
    expect(result.counts).toEqual({
      averagedTestError: { count: wrong, total: images },
      meanColumnError: { count: sum, total: 3 * images },
      bestColumnError: { count: Math.min(...each), total: images },
    })
    expect(result.curves.columnError).toEqual(each.map((count) => count / images))
  })

  it('reads as many columns as its config says, and none that another seed reads', () => {
    const { reads } = paperOf(slug).arms.averaged
    expect(reads).toMatchObject({ arm: 'column', artifact: 'testProbabilities' })
    const read = seeds.flatMap((seed) => reads!.seeds(seed, { columns: 5 }))
    expect([...read].sort((a, b) => a - b)).toEqual([...Array(15).keys()])
    expect(reads!.seeds(2, { columns: 5 })).toEqual([10, 11, 12, 13, 14])
  })
})
