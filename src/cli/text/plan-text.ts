import { formatSeeds } from '../../claims/seeds.ts'
import type { Dataset } from '../../data/dataset.ts'
import type { BackendName } from '../../numerics/backend.ts'
import type { Preset } from '../../records/record.ts'
import { type PlannedJob, totalFlops } from '../../run/plan.ts'
import { counted, flopsText } from './figures.ts'
import { indented, table, wrap } from './layout.ts'

export interface PlanInWords {
  readonly preset: Preset
  readonly dataset: Pick<Dataset, 'name' | 'train' | 'test'>
  readonly backend: BackendName
  readonly workers: number
  readonly threads: number
  readonly plans: readonly {
    readonly paper: { readonly slug: string }
    readonly jobs: readonly PlannedJob[]
  }[]
}

/** What is about to be run: a row a paper, and all together. */
export function planText(plan: PlanInWords): string[] {
  const { preset, dataset, backend, workers, threads, plans } = plan
  const images = `${counted(dataset.train.count, 'training image')}, ${counted(dataset.test.count, 'test image')}`
  const all = plans.flatMap(({ jobs }) => jobs)
  const numbers = (jobs: readonly PlannedJob[]) => [
    String(jobs.length),
    flopsText(totalFlops(jobs)),
  ]
  const rows = plans.map(({ paper, jobs }) => [paper.slug, ...numbers(jobs), armsText(jobs)])
  if (plans.length > 1) rows.push(['together', ...numbers(all), ''])
  const overrides = Object.entries(all[0]?.job.overrides ?? {})
  const set = overrides.map(([key, value]) => `${key}=${value}`).join(' ')
  return [
    `Preset ${preset} on ${dataset.name} (${images}).`,
    `Backend ${backend}, ${counted(workers, 'run')} at a time, ${counted(threads, 'thread')} each.`,
    ...(set ? wrap(`Not the preset as declared: --set ${set}.`, 100) : []),
    '',
    ...indented(
      table(
        [
          { head: 'paper' },
          { head: 'runs', side: 'right' },
          { head: 'arithmetic', side: 'right' },
          { head: 'arms and seeds' },
        ],
        rows,
      ),
    ),
  ]
}

/** `deformed, undeformed: 0-4`; arms of the same seeds stand together, many by their number. */
export function armsText(jobs: readonly PlannedJob[]): string {
  const seedsOf = new Map<string, number[]>()
  for (const { job } of jobs) seedsOf.set(job.arm, [...(seedsOf.get(job.arm) ?? []), job.seed])
  const armsOf = new Map<string, string[]>()
  for (const [arm, seeds] of seedsOf) {
    const text = formatSeeds(seeds)
    armsOf.set(text, [...(armsOf.get(text) ?? []), arm])
  }
  return [...armsOf]
    .map(
      ([seeds, arms]) => `${arms.length > 3 ? `${arms.length} arms` : arms.join(', ')}: ${seeds}`,
    )
    .join('; ')
}
