import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createChain,
  decodeLosses,
  encodeLosses,
  firstDifference,
} from '../../src/records/chain.ts'
import { chainSchema } from '../../src/records/record.ts'
import './samples.ts'

/** Two steps an epoch, and a digest after each epoch: 'a' stands for 64 times a. */
function chainOf(losses: readonly number[], digests: string) {
  const chain = createChain()
  losses.forEach((loss, i) => {
    chain.step(loss)
    if (i % 2 === 1) chain.epoch(digests[(i - 1) / 2].repeat(64))
  })
  return chain.finish()
}

const plain = chainOf([4, 3, 2, 1], 'ab')

describe('a chain', () => {
  it('keeps the bits of every loss, as the schema wants them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (losses) => {
        const chain = { losses: encodeLosses(losses), epochs: [] }
        expect(chainSchema.parse(chain)).toEqual(chain)
        expect([...decodeLosses(chain)]).toEqual(losses)
      }),
    )
  })

  it('is little-endian', () => {
    expect([...Buffer.from(encodeLosses([1]), 'base64')]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
  })

  it('refuses NaN and says at which step', () => {
    const chain = createChain()
    chain.step(1)
    expect(() => chain.step(NaN)).toThrow('The loss of step 2 is NaN')
  })

  it('refuses losses that are not whole float64 values', () => {
    expect(() => decodeLosses({ losses: 'AAAA', epochs: [] })).toThrow('whole float64')
  })
})

describe('the first difference of two chains', () => {
  it('is none when they are equal', () => {
    expect(firstDifference(plain, chainOf([4, 3, 2, 1], 'ab'))).toBeNull()
  })

  it('is the first step whose loss differs, by as little as the sign of zero', () => {
    const a = chainOf([4, 0, 2, 1], 'ab')
    const b = chainOf([4, -0, 2, 9], 'cd')
    expect(firstDifference(a, b)).toEqual({ at: 'step', step: 2, lossA: 0, lossB: -0 })
  })

  it('is the epoch when its parameters differ before any loss does', () => {
    const other = chainOf([4, 3, 2, 1.5], 'cd')
    const digests = { digestA: 'a'.repeat(64), digestB: 'c'.repeat(64) }
    expect(firstDifference(plain, other)).toEqual({ at: 'epoch', epoch: 1, step: 2, ...digests })
  })

  it('is the step when the loss differs before its epoch ends', () => {
    const other = chainOf([4, 3, 2.5, 1], 'ac')
    expect(firstDifference(plain, other)).toMatchObject({ at: 'step', step: 3 })
  })

  it('is where the shorter one ends', () => {
    const longer = chainOf([4, 3, 2, 1, 0.5, 0.25], 'abc')
    const expected = { at: 'step', step: 5, lossA: null, lossB: 0.5 }
    expect(firstDifference(plain, longer)).toEqual(expected)
    const unended = { ...plain, epochs: plain.epochs.slice(0, 1) }
    expect(firstDifference(plain, unended)).toMatchObject({ epoch: 2, step: 4, digestB: null })
  })
})
