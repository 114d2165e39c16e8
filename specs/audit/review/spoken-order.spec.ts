import { describe, expect, it } from 'vitest'
import { wrongOrder } from '../../../src/audit/review/spoken-order.ts'

describe('the order of two numbers in a sentence', () => {
  it.each([
    '16 is smaller than 10.',
    'The 10 of the code are more than the sixteen of the README.',
    'The README has 16, fewer than the 10 of the code.',
    '0.70 lies above 0.91.',
  ])('is wrong: %s', (sentence) => {
    expect(wrongOrder(sentence)).toMatch(/ is not /)
  })

  it.each([
    '10 is smaller than 16.',
    'The README has 16, more than the 10 of the code.',
    '16 is not smaller than 10.',
    '0.9 is 0.3 above 0.6.',
    'It makes 3 more than 10.',
    '0.5 is more than 50 % of 0.9.',
    '0.6 is more than half of 0.9.',
    'The text says 16. It is more than 10 here, and 20 there.',
  ])('is right, or not told: %s', (sentence) => {
    expect(wrongOrder(sentence)).toBeNull()
  })
})
