import { describe, expect, it } from 'vitest'
import { measuresIn } from '../../src/audit/facts/numbers/written-numbers.ts'
import { whichSeed } from '../../src/audit/which-seed.ts'

const values = [0.972, 0.952, 0.904, 0.976, 0.966].map((value, seed) => ({ seed, value }))
const of = (text: string) => whichSeed(measuresIn(text)[0], values)

describe('which seed is it', () => {
  it.each([
    ['0.966', 'median'],
    ['96.6 %', 'median'],
    ['3.4 %', 'median'],
    // At two digits the median and the mean part, and the median and seed 0 do not.
    ['0.97', 'median'],
    ['0.954', 'mean'],
    ['0.952', 'seed'],
    ['4.8 %', 'seed'],
    ['0.5', 'nothing'],
    // A percent sign is taken at its word.
    ['0.966 %', 'nothing'],
  ])('says of %s that it is the %s', (text, origin) => {
    expect(of(text).origin).toBe(origin)
  })

  it('says it in one sentence, in the digits that were written', () => {
    expect(of('0.972').sentence).toBe("0.972 is seed 0's; the median over seeds 0-4 is 0.966")
    expect(of('97.6%').sentence).toBe("97.6% is seed 3's; the median over seeds 0-4 is 96.6 %")
  })
})
