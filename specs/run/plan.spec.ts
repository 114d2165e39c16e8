import { describe, expect, it } from 'vitest'
import { parseSeeds } from '../../src/claims/seeds.ts'
import { papers } from '../../src/papers/index.ts'
import { type PlanRequest, planJobs, totalFlops } from '../../src/run/plan.ts'

const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug)!
const request = (slug: string, given: Partial<PlanRequest> = {}): PlanRequest => ({
  paper: paperOf(slug),
  preset: 'quick',
  dataset: 'strokes',
  images: { train: 100, test: 50 },
  overrides: {},
  ...given,
})
const names = (jobs: Awaited<ReturnType<typeof planJobs>>) =>
  jobs.map(({ job }) => `${job.arm} ${job.seed}`)

describe('a plan', () => {
  it('has every arm of the preset on every seed that it declares, once', async () => {
    const { runs } = paperOf('highway-networks').presets.quick!
    const jobs = await planJobs(request('highway-networks'))
    const declared = Object.entries(runs).flatMap(([arm, seeds]) =>
      parseSeeds(seeds).map((seed) => `${arm} ${seed}`),
    )
    expect(names(jobs)).toEqual(declared)
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(jobs.length)
  })

  it('takes the arms and seeds that are asked for instead', async () => {
    const jobs = await planJobs(request('mnist-deep-mlp', { arms: ['undeformed'], seeds: [7, 3] }))
    expect(names(jobs)).toEqual(['undeformed 7', 'undeformed 3'])
  })

  it('puts before an average the columns that it reads, in their order', async () => {
    const jobs = await planJobs(
      request('mcdnn-image-bench', { arms: ['averaged'], seeds: [2], overrides: { columns: 3 } }),
    )
    expect(names(jobs)).toEqual(['column 6', 'column 7', 'column 8', 'averaged 2'])
    expect(jobs[3].waitsFor).toEqual(jobs.slice(0, 3).map(({ key }) => key))
    expect(jobs[3].artifact).toBe('testProbabilities')
    expect(jobs[0].waitsFor).toEqual([])
  })

  it('shares columns between the arm that trains them and the arm that reads them', async () => {
    const jobs = await planJobs(request('mcdnn-image-bench'))
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(jobs.length)
    const averages = jobs.filter(({ job }) => job.arm === 'averaged')
    const columns = jobs.filter(({ job }) => job.arm === 'column').map(({ key }) => key)
    expect(averages.flatMap(({ waitsFor }) => waitsFor).sort()).toEqual([...columns].sort())
  })

  it('gives each job its resolved config, and puts overrides into its name', async () => {
    const [planned] = await planJobs(
      request('mnist-deep-mlp', { arms: ['deformed'], seeds: [0], overrides: { epochs: 2 } }),
    )
    expect(planned.config).toMatchObject({ epochs: 2, deformation: true })
    expect(planned.key).toContain('epochs=2')
    expect(planned.job.overrides).toEqual({ epochs: 2 })
  })

  it('counts operations: more images cost more, an average costs nothing', async () => {
    const of = async (train: number) =>
      totalFlops(await planJobs(request('mcdnn-image-bench', { images: { train, test: 50 } })))
    expect(await of(200)).toBeGreaterThan(await of(100))
    const jobs = await planJobs(request('mcdnn-image-bench'))
    expect(jobs.filter(({ flops }) => flops === 0).map(({ job }) => job.arm)).toEqual(
      jobs.filter(({ waitsFor }) => waitsFor.length > 0).map(({ job }) => job.arm),
    )
  })

  it('refuses an arm or a preset that is not declared', async () => {
    await expect(planJobs(request('mnist-deep-mlp', { arms: ['bent'] }))).rejects.toThrow(
      'has no arm bent',
    )
    await expect(planJobs(request('mnist-deep-mlp', { preset: 'paper' }))).rejects.toThrow(
      'has no preset paper',
    )
  })
})
