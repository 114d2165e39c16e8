import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../../src/audit/facts/document/parse.ts'
import { statementsOf } from '../../../../src/audit/facts/document/statements.ts'
import { runCountsIn } from '../../../../src/audit/facts/numbers/run-counts.ts'
import { measuresIn, numbersIn } from '../../../../src/audit/facts/numbers/written-numbers.ts'

const read = (text: string) => numbersIn(text).map(({ value, places }) => [value, places])

describe('numbers as they are written', () => {
  it.each<[string, ...(readonly [value: number, places: number])[]]>([
    ['60,000 images', [60000, 0]],
    ['1,593,210 weights', [1593210, 0]],
    ['1,593,210.5', [1593210.5, 1]],
    ['0,966', [0.966, 3]],
    ['1,47 ± 0,03 %', [1.47, 2], [0.03, 2]],
    ['1.47 ± 0.03 %', [1.47, 2], [0.03, 2]],
    ['97,5%', [97.5, 1]],
    ['0·991', [0.991, 3]],
    ['-.5 and +0.5 and −3', [-0.5, 1], [0.5, 1], [-3, 0]],
    ['1e-3, 2.5E4, 9.66e-1', [0.001, 3], [25000, 0], [0.966, 3]],
    ['10^-3, 10^{-4}, 10⁻³, 10^(2)', [0.001, 3], [0.0001, 4], [0.001, 3], [100, 0]],
    ['9.66 × 10^-1', [0.966, 3]],
    ['9.66×10⁻¹', [0.966, 3]],
    ['9.66 x 10⁻¹', [0.966, 3]],
    ['9.66*10^-1', [0.966, 3]],
    ['$9.66 \\times 10^{-1}$', [0.966, 3]],
    ['$3 \\cdot 10^{-4}$', [0.0003, 4]],
    ['60k steps', [60000, 0]],
    ['0.966¹ and 0.95* and 0.9^a', [0.966, 3], [0.95, 2], [0.9, 1]],
    ['991 ‰', [99.1, 1]],
    ['[1.18, 1.65] %', [1.18, 2], [1.65, 2]],
    ['error=0.034, 3 layers.', [0.034, 3], [3, 0]],
    ['0.904-0.976, 2–4', [0.904, 3], [0.976, 3], [2, 0], [4, 0]],
  ])('reads %s', (text, ...numbers) => {
    expect(read(text)).toEqual(numbers)
  })

  it.each([
    'v1.2.3',
    '2024-01-02',
    '10:30',
    'x2',
    'f32',
    '28x28',
    'seeds 0,3,7',
    '1.5b',
    '2^32',
    'a_1',
    '1/2/2024/',
    '#12',
    'arXiv:1505.00387',
    '1'.repeat(40),
  ])('reads no number in %s', (text) =>
    expect(read(text).filter(([value]) => ![1, 2, 2024].includes(value))).toEqual([]),
  )

  it('takes a count of a whole for one number, with its text', () => {
    const counts = (text: string) =>
      numbersIn(text).map(({ text: said, value, of }) => [said, value, of])
    expect(counts('3/10')).toEqual([['3/10', 3, 10]])
    expect(counts('12 of 20, 9 successful runs out of 10')).toEqual([
      ['12 of 20', 12, 20],
      ['9 successful runs out of 10', 9, 10],
    ])
    expect(counts('2 of 3 % and 1/2/24 and 0.5 of 3')).toMatchObject([
      ['2', 2, null],
      ['3 %', 3, null],
      ['1', 1, null],
      ['2', 2, null],
      ['24', 24, null],
      ['0.5', 0.5, null],
      ['3', 3, null],
    ])
  })

  it('holds counts of examples against rates, and knows counts of runs', () => {
    expect(measuresIn('496/500').map(({ value, places }) => [value, places])).toEqual([[0.992, 2]])
    expect(measuresIn('9/30, 0.9-0.95, 0.9 ± 0.01, 3x').map(({ value }) => value)).toEqual([0.9])
    expect(runCountsIn('9/10 in the paper, 496/500 images, 12 of 20 seeds')).toEqual([
      { text: '9/10', at: 0, successes: 9, runs: 10 },
      { text: '12 of 20', at: 35, successes: 12, runs: 20 },
    ])
  })

  it('says what the surroundings say', () => {
    const [about, points, times, spread] = numbersIn('about 0.97, 1.5 points, 1.6x, ± 0.2')
    expect(about).toMatchObject({ approximate: true, percent: false, isInteger: false })
    expect(points).toMatchObject({ points: true, percent: false })
    expect(times).toMatchObject({ times: true, text: '1.6' })
    expect(spread).toMatchObject({ spread: true, text: '0.2' })
    expect(numbersIn('(92.6 %)')).toMatchObject([{ aside: true, percent: true, text: '92.6 %' }])
    expect(numbersIn('0.1 to 0.2').map(({ ranged }) => ranged)).toEqual([true, true])
  })

  it('reads what a page shows: raised exponents, footnotes, and what is not crossed out', () => {
    const page = parseDocument(
      'README.md',
      '~~0.95~~ 0.966<sup>1</sup>, 9.66 x 10<sup>-1</sup>, $9.66 \\times 10^{-1}$, 0.966[^1].\n\n[^1]: Note.\n',
    )
    const [first] = statementsOf(page)
    expect(numbersIn(first.prose).map(({ value }) => value)).toEqual([0.966, 0.966, 0.966, 0.966])
  })

  it('takes time by the length of a text', () => {
    for (const piece of ['1', '0.5.', '1,', '1/', '10^', '(', '- ', '9 of ', '·1', '1-'])
      expect(numbersIn(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(100_000)
  })
})
