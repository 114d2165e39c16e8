import { describe, expect, it } from 'vitest'
import { shuffle } from '../../src/numerics/shuffle.ts'
import { namedStream } from '../../src/numerics/stream.ts'

const indices = (length: number) => Uint32Array.from({ length }, (_, i) => i)

describe('shuffle', () => {
  it('is a permutation', () => {
    const x = indices(500)
    shuffle(x, namedStream('permutation'))
    expect(x).not.toEqual(indices(500))
    expect(x.toSorted()).toEqual(indices(500))
  })

  it('swaps downwards with floor(u (i + 1))', () => {
    const x = indices(3)
    const u = namedStream('three')
    const expected = [0, 1, 2]
    for (const i of [2, 1]) {
      const j = Math.floor(u.next() * (i + 1))
      ;[expected[i], expected[j]] = [expected[j], expected[i]]
    }
    shuffle(x, namedStream('three'))
    expect([...x]).toEqual(expected)
  })

  it('takes one draw fewer than there are items', () => {
    const used = namedStream('draws')
    const counted = namedStream('draws')
    shuffle(indices(10), used)
    for (let i = 0; i < 9; i++) counted.next()
    expect(used.next()).toBe(counted.next())
  })

  it('leaves nothing and one item alone, without a draw', () => {
    const stream = namedStream('short')
    shuffle(new Int32Array(0), stream)
    shuffle(Int32Array.of(4), stream)
    expect(stream.next()).toBe(namedStream('short').next())
  })

  it('has the recorded order for one seed', () => {
    const x = indices(12)
    shuffle(x, namedStream('pinned/order/seed 1'))
    expect([...x]).toEqual([10, 6, 8, 5, 7, 0, 3, 1, 4, 9, 2, 11])
  })

  it('favours no order of three', () => {
    const counts = new Map<string, number>()
    const stream = namedStream('fair')
    for (let i = 0; i < 6000; i++) {
      const x = indices(3)
      shuffle(x, stream)
      counts.set(x.join(''), (counts.get(x.join('')) ?? 0) + 1)
    }
    // Five standard deviations of Binomial(6000, 1/6).
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145)
    expect(counts.size).toBe(6)
  })
})
