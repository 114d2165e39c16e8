import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareJobs, jobKey, jobName, recordFile } from '../../src/records/job.ts'
import { anyJob, job } from './samples.ts'

describe('a job key', () => {
  it('reads as paper, dataset-preset, arm and seed', () => {
    expect(jobKey(job)).toBe('tiny-paper/strokes-quick/deformed/seed-0')
  })

  it('lists overrides by their keys, whatever order they were given in', () => {
    const overrides = { momentum: 0.5, dtype: 'f64' }
    const key = 'tiny-paper/strokes-quick/deformed/seed-0+dtype=f64+momentum=0.5'
    expect(jobKey({ ...job, overrides })).toBe(key)
    expect(jobName({ ...job, overrides })).toBe('deformed seed 0 dtype=f64 momentum=0.5')
  })

  it('tells numbers from text that looks like them', () => {
    const keys = [1, '1', -0, 0, '-0', true, 'true', '', NaN, 'NaN', '"1"'].map((value) =>
      jobKey({ ...job, overrides: { value } }),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is the same for two jobs only if they are the same job', () => {
    const sorted = ({ overrides, ...asked }: typeof job) =>
      [asked, Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1))] as const
    const small = fc.constantFrom('a', 'b', 'a/b', 'a+b=1', '1', '-', '')
    const settings = fc.dictionary(small, fc.oneof(small, fc.constantFrom(1, true)), { maxKeys: 2 })
    const jobs = fc.record({ arm: small, overrides: settings }).map((some) => ({ ...job, ...some }))
    fc.assert(
      fc.property(jobs, jobs, (a, b) => {
        const equal = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
        expect(jobKey(a) === jobKey(b)).toBe(equal)
        expect(compareJobs(a, b) === 0).toBe(equal)
      }),
    )
  })

  it('is safe as a path on every system', () => {
    fc.assert(
      fc.property(anyJob, (any) => {
        const parts = recordFile(jobKey(any)).split('/')
        expect(parts).toHaveLength(4)
        for (const part of parts) {
          expect(part).toMatch(/^[A-Za-z0-9_%-][A-Za-z0-9_%=+~.-]*$/)
          expect(part.length).toBeLessThan(200)
        }
      }),
    )
  })

  it('climbs out of no folder and hides nothing', () => {
    expect(jobKey({ ...job, paper: '..', arm: '.a' })).toBe('%2E./strokes-quick/%2Ea/seed-0')
  })

  it('gives two long lists of overrides two files', () => {
    const long = (end: string) => jobKey({ ...job, overrides: { note: 'x'.repeat(300) + end } })
    expect(recordFile(long('a')).length).toBeLessThan(200)
    expect(recordFile(long('a'))).not.toBe(recordFile(long('b')))
  })

  it('sorts seed 2 before seed 10', () => {
    const seeds = [10, 2, 0].map((seed) => ({ ...job, seed }))
    expect(seeds.sort(compareJobs).map(({ seed }) => seed)).toEqual([0, 2, 10])
  })
})
