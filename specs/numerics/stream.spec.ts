import seedrandom from 'seedrandom'
import { describe, expect, it } from 'vitest'
import { namedStream, nextUniform, runStream } from '../../src/numerics/stream.ts'

describe('named streams', () => {
  it('draws what seedrandom.alea draws', () => {
    for (const name of ['', 'a', 'compete-to-compute/init/seed 7']) {
      const stream = namedStream(name)
      const alea = seedrandom.alea(name)
      for (let i = 0; i < 1000; i++) expect(stream.next()).toBe(alea())
    }
  })

  it('joins paper, purpose and seed into the name', () => {
    const stream = runStream('highway-networks', 'order', 3)
    expect(stream.name).toBe('highway-networks/order/seed 3')
    expect(stream.next()).toBe(seedrandom.alea('highway-networks/order/seed 3')())
  })

  it('gives two streams of one name the same numbers, each its own state', () => {
    const a = namedStream('same')
    const b = namedStream('same')
    const drawn = [a.next(), a.next()]
    expect([b.next(), b.next()]).toEqual(drawn)
  })

  it('keeps streams of other names apart', () => {
    const [a, b] = [runStream('p', 'init', 1), runStream('p', 'order', 1)]
    const same = Array.from({ length: 1000 }, () => a.next() === b.next()).filter(Boolean)
    expect(same).toHaveLength(0)
  })

  it('draws multiples of 2^-32 in [0, 1)', () => {
    const { state } = namedStream('range')
    for (let i = 0; i < 1000; i++) {
      const k = nextUniform(state) * 4294967296
      expect(Number.isInteger(k) && k >= 0 && k < 4294967296).toBe(true)
    }
  })

  it('continues from a state that was advanced outside', () => {
    const stream = namedStream('shared state')
    const alone = namedStream('shared state')
    nextUniform(stream.state)
    alone.next()
    expect(stream.next()).toBe(alone.next())
  })
})
