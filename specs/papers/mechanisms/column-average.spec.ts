import { describe, expect, it } from 'vitest'
import { loadMechanisms } from '../../../src/audit/probing/mechanisms.ts'
import { loadForProbes } from '../../../src/audit/probing/probed-paper.ts'
import { drawStrokes } from '../../../src/data/strokes/strokes.ts'
import type { Real } from '../../../src/numerics/backend.ts'
import type { Config } from '../../../src/papers/paper.ts'
import { planJobs } from '../../../src/run/plan.ts'
import { runHere } from '../../contracts/determinism/in-this-process.ts'
import { papersWith } from '../arms.ts'
import { digitOf, namesOf } from '../recording/numbered-images.ts'
import { byEpoch, recordedRun } from '../recording/recorded-run.ts'

const seeds = [0, 1, 2]
const images = 30
const everyEntry = Array.from({ length: images * 10 }, (_, i) => i)

describe.each(papersWith('column-average'))('$slug: the average', ({ slug, paper, declared }) => {
  const [arm, { reads }] = Object.entries(paper.arms).find(([, one]) => one.reads)!
  const column = reads!.arm
  const averageOf = async (inputs: readonly Real[]) =>
    (await recordedRun(paper, { arm, inputs })).result
  const valuesOf = async (inputs: readonly Real[]) => (await averageOf(inputs)).artifacts[0].values

  it('answers with the mean of any number of columns: what the probe asks', async () => {
    const { look } = (await loadMechanisms()).get(declared.name)!
    for (const columns of [1, 2, 7]) {
      const sentences = look(await loadForProbes(paper, { columns }), declared)
      expect(sentences.filter(({ holds }) => !holds)).toEqual([])
    }
  })

  it('reads no image, and leaves no parameters and no column changed', async () => {
    const columns = await Promise.all(
      seeds.map((seed) => recordedRun(paper, { arm: column, seed })),
    )
    const inputs = columns.map(({ result }) => result.artifacts[0].values)
    const before = inputs.map((values) => [...values])
    const { updates, readings, result } = await recordedRun(paper, { arm, inputs })
    expect([updates.length, readings.length, result.parameters.length]).toEqual([0, 0, 0])
    const [{ shape, values }] = result.artifacts
    expect(shape).toEqual([images, 10])
    values.fill(0)
    expect(inputs.map((one) => [...one])).toEqual(before)
  })

  it('is summed in float64 in the order of the columns, and rounded once', async () => {
    const all = (value: number, of: typeof Float32Array | typeof Float64Array): Real =>
      new of(everyEntry.length).fill(value)
    const single = [1, 2 ** -24, 2 ** -24, 2 ** -24].map((value) => all(value, Float32Array))
    // In float32 each small term would be lost against 1.
    expect((await valuesOf(single))[0]).toBe(Math.fround((1 + 3 * 2 ** -24) / 4))
    const double = [1, 2 ** -53, 2 ** -53].map((value) => all(value, Float64Array))
    expect((await valuesOf(double))[0]).toBe((1 + 2 ** -53 + 2 ** -53) / 3)
    const backwards = (await valuesOf([...double].reverse()))[0]
    expect(backwards).toBe((2 ** -52 + 1) / 3)
    expect(backwards).not.toBe((await valuesOf(double))[0])
  })

  it('errs where the digit is not the likeliest, and reports the mean and the best of its columns', async () => {
    const digits = await testedDigits()
    // Each column reads its first images right, and takes the others for the next digit.
    const right = [10, 24, 17]
    const inputs = right.map((count) =>
      Float64Array.from(everyEntry, (i) => {
        const image = Math.floor(i / 10)
        const answer = image < count ? digits[image] : (digits[image] + 1) % 10
        return i % 10 === answer ? 0.91 : 0.01
      }),
    )
    const { counts, metrics, curves } = await averageOf(inputs)
    expect(counts).toEqual({
      // Where two of three columns are right, so is their mean.
      averagedTestError: { count: 30 - 17, total: 30 },
      meanColumnError: { count: 20 + 6 + 13, total: 90 },
      bestColumnError: { count: 6, total: 30 },
    })
    expect(metrics).toEqual({
      averagedTestError: 13 / 30,
      meanColumnError: 39 / 90,
      bestColumnError: 6 / 30,
    })
    expect(curves).toEqual({ columnError: [20 / 30, 6 / 30, 13 / 30] })
  })

  it('gives a tie to the lowest digit', async () => {
    const digits = await testedDigits()
    const { counts } = await averageOf([Float64Array.from(everyEntry, () => 0.1)])
    expect(counts.averagedTestError.count).toBe(digits.filter((digit) => digit !== 0).length)
  })

  it('reads as many columns as its config says, and none that another seed reads', () => {
    expect(reads).toMatchObject({ artifact: 'testProbabilities' })
    const read = seeds.flatMap((seed) => reads!.seeds(seed, { columns: 5 }))
    expect([...read].sort((a, b) => a - b)).toEqual([...Array(15).keys()])
    expect(reads!.seeds(2, { columns: 5 })).toEqual([10, 11, 12, 13, 14])
  })

  it('of one column errs as that column does, run by run', async () => {
    const sizes = { train: 100, test: 40 }
    const dataset = drawStrokes(sizes)
    const ran = async (which: string) => {
      const overrides: Config = { ...paper.glimpse, columns: 1 }
      const place = { paper, preset: 'quick', dataset: 'strokes', images: sizes } as const
      const jobs = await planJobs({ ...place, seeds: [0], arms: [which], overrides })
      return (await runHere(jobs, dataset)).at(-1)!.metrics
    }
    const { testError } = await ran(column)
    const { averagedTestError, meanColumnError, bestColumnError } = await ran(arm)
    expect([averagedTestError, meanColumnError, bestColumnError], slug).toEqual(
      Array(3).fill(testError),
    )
  })

  /** The digits of the test images, in the order of the answers. */
  async function testedDigits(): Promise<number[]> {
    const { readings, dataset } = await recordedRun(paper, { arm: column })
    return byEpoch(readings)[0].flatMap(({ x }) => namesOf(x).map((name) => digitOf(dataset, name)))
  }
})
