import { expect, it } from 'vitest'
import { mcdnnImageBench } from '../../src/papers/mcdnn-image-bench/index.ts'
import { oneSeedAnArm } from '../../src/run/one-seed.ts'

it('one seed an arm depends on the hash alone, reaches every seed, and leaves averages out', () => {
  const chosen = (hash: string) => oneSeedAnArm(mcdnnImageBench, 'quick', hash)
  expect(chosen('a')).toEqual(chosen('a'))
  expect(chosen('a').skipped).toEqual(['averaged'])
  const seeds = Array.from({ length: 400 }, (_, i) => chosen(String(i)).selections[0].seeds?.[0])
  expect(new Set(seeds).size).toBe(25)
})
