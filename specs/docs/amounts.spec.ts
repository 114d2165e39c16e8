import { describe, expect, it } from 'vitest'
import { decimal, fraction } from '../../src/claims/statistics/fraction.ts'
import { amount, percentDigits } from '../../src/docs/amounts.ts'
import { cell, code, table } from '../../src/docs/markdown.ts'

describe('a percentage', () => {
  it.each([
    [117, 10_000, '1.17'],
    [0, 10_000, '0.00'],
    [10_000, 10_000, '100.00'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [-76, 1000, '-7.60'],
    [-1, 1_000_000, '0.00'],
    // float64 has 1.00499999…: the integers know better.
    [1005, 100_000, '1.01'],
  ])('%i of %i is %s', (count, total, text) => {
    expect(percentDigits(fraction(count, total))).toBe(text)
  })

  it('stands for a fraction, three digits for anything else', () => {
    expect(amount(fraction(117, 10_000), 'fraction')).toBe('1.17 %')
    expect(amount(decimal(0.123456), 'nats')).toBe('0.123 nats')
  })
})

describe('a cell of a table', () => {
  it('keeps code spans and takes everything else literally', () => {
    expect(cell('0.001 * 0.993^epoch, `a_b`, b_T <b> x|y')).toBe(
      '0.001 \\* 0.993^epoch, `a_b`, b\\_T \\<b> x\\|y',
    )
    expect(cell('one ` alone')).toBe('one \\` alone')
  })

  it('is one line', () => {
    expect(cell('two\n  lines')).toBe('two lines')
    expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
  })

  it('holds code that a code span can hold', () => {
    expect(code('a|b')).toBe('`a\\|b`')
    expect(() => code('a`b')).toThrow(RangeError)
  })
})
