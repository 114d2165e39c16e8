import { describe, expect, it } from 'vitest'
import { declared, found } from './results.ts'

describe('what is no result of ours', () => {
  it.each([
    ['a distribution', 'The net starts from U(0.999, 1.001); its test accuracy is 0.966.'],
    ['a normal one', 'Noise from N(0.123, 0.2) is added to the net of test accuracy 0.966.'],
    ['counted runs', 'The net solves 9/30 (30 %) of the runs; test accuracy is 0.966.'],
    ["the paper's", 'The paper solves 90 % of the runs with its net; here test accuracy is 0.966.'],
  ])('%s', (_, text) => {
    expect(found(declared, text)).toEqual([])
  })
})
