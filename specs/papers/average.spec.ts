import { describe, expect, it } from 'vitest'
import { averageOfColumns, countWrong } from '../../src/papers/mcdnn-image-bench/average.ts'

describe('the average of columns', () => {
  it('is the mean of each class probability', () => {
    const columns = [Float32Array.of(1, 0, 0.5, 0.5), Float32Array.of(0, 1, 0.25, 0.75)]
    expect([...averageOfColumns(columns)]).toEqual([0.5, 0.5, 0.375, 0.625])
  })

  it('of one column is that column, bit for bit, and changes no column', () => {
    const column = Float32Array.of(0.1, 0.2, 0.7)
    const average = averageOfColumns([column])
    expect([...average]).toEqual([...column])
    average.fill(0)
    expect([...column]).toEqual([...Float32Array.of(0.1, 0.2, 0.7)])
  })

  it('is summed in float64 in the order of the columns, and rounded once', () => {
    const values = [1, 2 ** -24, 2 ** -24, 2 ** -24].map((value) => Float32Array.of(value))
    // In float32 each small term would be lost against 1.
    expect(averageOfColumns(values)[0]).toBe(Math.fround((1 + 3 * 2 ** -24) / 4))
    const wide = [1, 2 ** -53, 2 ** -53].map((value) => Float64Array.of(value))
    expect(averageOfColumns(wide)[0]).toBe((1 + 2 ** -53 + 2 ** -53) / 3)
    expect(averageOfColumns([...wide].reverse())[0]).toBe((2 ** -52 + 1) / 3)
    expect(averageOfColumns([...wide].reverse())[0]).not.toBe(averageOfColumns(wide)[0])
  })

  it('counts as wrong each row whose largest value is not at the label, ties going to the lowest', () => {
    const rows = Float32Array.of(0.6, 0.4, 0.5, 0.5, 0.1, 0.9)
    const labels = Uint8Array.of(9, 1, 1, 0)
    expect(countWrong(rows, labels, Uint32Array.of(3, 1, 2), 2)).toBe(1)
  })
})
