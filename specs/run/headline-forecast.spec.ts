import { expect, it } from 'vitest'
import { estimatedSeconds, measuredRate } from '../../src/run/headline-forecast.ts'
import { recordOf } from '../records/samples.ts'

it('the time of headline is shared out among workers, but no run is split', () => {
  const runs = [2e9, 4e9].map((flops) => ({ planned: { flops }, record: recordOf() }))
  const rate = measuredRate(runs)!
  expect(rate).toBe(2e9)
  expect(estimatedSeconds([{ flops: 8e9 }, { flops: 8e9 }], rate, 2)).toBe(4)
  expect(estimatedSeconds([{ flops: 8e9 }, { flops: 2e9 }], rate, 2)).toBe(4)
  expect(measuredRate([])).toBeNull()
})
