import { describe, expect, it } from 'vitest'
import { asWritten, quotedNumbers } from '../../../src/audit/review/quoted-numbers.ts'
import { type Relation, relationFault } from '../../../src/audit/review/relation.ts'

describe('what a reader says of numbers', () => {
  it.each<[string, Relation]>([
    ['two that differ', { says: 'differ', of: [3, 4] }],
    ['a half of it', { says: 'differ', of: [0.005, 0.01] }],
    ['less', { says: 'less', of: [0.7, 0.91] }],
    ['more', { says: 'more', of: [12, 10] }],
    ['a ratio, rounded', { says: 'ratio', of: [0.0706, 0.0231], is: 3.06 }],
    ['a difference', { says: 'difference', of: [0.91, 0.7], is: 0.21 }],
    ['a share', { says: 'percent', of: [9, 30], is: 30 }],
    ['a change', { says: 'change', of: [0.91, 0.7], is: 30 }],
    ['a sum', { says: 'sum', of: [1, 2, 3.5], is: 6.5 }],
    ['a product', { says: 'product', of: [28, 28], is: 784 }],
    ['a mean', { says: 'mean', of: [0.91, 0.93, 0.9], is: 0.913 }],
    ['a median', { says: 'median', of: [0.91, 0.93, 0.9, 0.92], is: 0.915 }],
    ['the least', { says: 'least', of: [0.91, 0.93, 0.9], is: 0.9 }],
    ['the greatest', { says: 'greatest', of: [0.91, 0.93], is: 0.93 }],
    ['how many', { says: 'count', of: [0, 1, 2, 4], is: 4 }],
  ])('is computed again: %s', (_, relation) => {
    expect(relationFault(relation)).toBeNull()
    if (relation.is !== undefined)
      expect(relationFault({ ...relation, is: relation.is + 1 })).toMatch(/, not /)
  })

  it.each<[Relation, RegExp]>([
    [{ says: 'differ', of: [0.966, 0.97] }, /do not differ/],
    [{ says: 'differ', of: [3, 4], is: 1 }, /without "is"/],
    [{ says: 'less', of: [2, 1] }, /2 is not less than 1/],
    [{ says: 'more', of: [1, 1] }, /1 is not more than 1/],
    [{ says: 'ratio', of: [1, 0], is: 1 }, /is no number/],
    [{ says: 'ratio', of: [1, 2, 3], is: 1 }, /one of two numbers, not 3/],
    [{ says: 'sum', of: [1, 2] }, /comes without what it "is"/],
  ])('is refused: %j', (relation, why) => {
    expect(relationFault(relation)).toMatch(why)
  })
})

describe('two numbers differ', () => {
  const said = (one: string, other: string, of: [number, number]) => {
    const numbers = [...quotedNumbers(one, 'README.md'), ...quotedNumbers(other, 'a.py')]
    return relationFault({ says: 'differ', of }, (value) => asWritten(value, numbers)!)
  }

  it.each<[string, string, [number, number]]>([
    ['a rate of 5e-3', 'rate=1e-2', [0.005, 0.01]],
    ['a rate of 9e-3', 'rate=1e-2', [0.009, 0.01]],
    ['a rate of 0.005', 'rate=0.01', [0.005, 0.01]],
    ['it is 0.10', 'MOST = 0.15', [0.1, 0.15]],
    ['12 epochs', 'epochs=10.4', [12, 10.4]],
  ])('by how they are written: %s, %s', (one, other, of) => {
    expect(said(one, other, of)).toBeNull()
  })

  it.each<[string, string, [number, number]]>([
    ['it is 0.97', 'score = 0.9661', [0.97, 0.9661]],
    ['it is 91 %', 'print("91.3 %")', [91, 91.3]],
    ['it is 0.1', 'x = 0.12', [0.1, 0.12]],
    ['it is 0.10', 'x = 1e-1', [0.1, 0.1]],
  ])('where none was rounded: %s, %s', (one, other, of) => {
    expect(said(one, other, of)).toMatch(/do not differ$/)
  })
})

describe('the numbers of a quote', () => {
  it.each([
    [
      'README.md',
      'length 6--17, **0.97**, 9/30, 2.6s, a 100-bit input',
      [6, 17, 0.97, 9, 30, 2.6, 100],
    ],
    ['README.md', '| 0 | 0.91 | 21 % | five seeds', [0, 0.91, 21, 5]],
    ['a.py', 'hidden=8, lr=1e-3, n=12_000, 3*H, x[:,2], f(4)', [8, 0.001, 12000, 3, 2, 4]],
    ['a.json', '[0.91,0.92,-1]', [0.91, 0.92, -1]],
  ])('of %s: %s', (path, text, values) => {
    const found = quotedNumbers(text, path).map(({ value }) => value)
    expect(found).toEqual(expect.arrayContaining(values))
  })

  it('are no digits of names', () => {
    expect(quotedNumbers('task1, f32, float64', 'README.md')).toEqual([])
  })
})
