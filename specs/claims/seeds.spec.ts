import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSeeds, parseSeeds } from '../../src/claims/seeds.ts'
import { UserError } from '../../src/user-error.ts'
import './same-inputs.ts'

describe('seeds', () => {
  it.each([
    ['0-4', [0, 1, 2, 3, 4]],
    ['0,3,7', [0, 3, 7]],
    ['0-2,9', [0, 1, 2, 9]],
    ['9, 0 - 2, 1', [0, 1, 2, 9]],
    ['7', [7]],
    ['4294967295', [4294967295]],
    ['0-999', Array.from({ length: 1000 }, (_, i) => i)],
  ])('are read from "%s"', (text, seeds) => {
    expect(parseSeeds(text)).toEqual(seeds)
  })

  it.each([
    '3-1',
    'a',
    '',
    '-1',
    '0-99999',
    '0-4294967295',
    '0-1000',
    '0-600,1000-1600',
    '1.5',
    '0,,1',
    '0-',
    '1-2-3',
    '1e3',
    '4294967296',
  ])('are refused from "%s" in one sentence that names it and shows a way out', (text) => {
    let refusal: unknown
    try {
      parseSeeds(text)
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(UserError)
    const { message, exitCode } = refusal as UserError
    expect(exitCode).toBe(64)
    expect(message).toContain(`"${text}"`)
    expect(message).toContain('0-4')
    expect(message).not.toContain('\n')
  })

  it('come back from the text that they are written as', () => {
    expect(formatSeeds([0, 1, 2, 3, 4])).toBe('0-4')
    expect(formatSeeds([9, 0, 1])).toBe('0,1,9')
    expect(formatSeeds([3, 4])).toBe('3,4')
    expect(formatSeeds([7, 3, 5, 4, 9])).toBe('3-5,7,9')
    const seeds = fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1 })
    fc.assert(
      fc.property(seeds, (list) => {
        expect(parseSeeds(formatSeeds(list))).toEqual(list.toSorted((a, b) => a - b))
      }),
    )
  })
})
