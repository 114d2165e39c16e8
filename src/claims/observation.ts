import type { Count, DatasetId, Preset } from '../records/record.ts'
import type { Measure } from './claim.ts'
import type { JudgedRecord } from './judged-claim.ts'
import { repeatedRun } from './repeated-run.ts'
import { formatSeeds } from './seeds.ts'
import { decimal, type Fraction, fraction } from './statistics/fraction.ts'

/**
 * One measure on one seed: exact, as a float64, and as the count that it was computed from, if any.
 */
export interface Observation {
  readonly seed: number
  readonly exact: Fraction
  readonly value: number
  readonly count?: Count
}

/** The place whose records count: those of one paper, dataset and preset without overrides. */
export interface Place {
  readonly paper: string
  readonly dataset: DatasetId
  readonly preset: Preset
}

/** Each measure's observations in the order of the declared seeds, or why there are none. */
export type Observations =
  | {
      readonly state: 'complete'
      readonly measures: readonly (readonly Observation[])[]
      readonly ignoredSeeds: readonly number[]
    }
  | { readonly state: 'missing'; readonly missing: readonly MissingArm[]; readonly reading: string }
  | { readonly state: 'unusable'; readonly reading: string }

export interface MissingArm {
  readonly arm: string
  readonly seeds: readonly number[]
}

export function recordsAt(records: readonly JudgedRecord[], place: Place): JudgedRecord[] {
  return records.filter(
    ({ job }) =>
      job.paper === place.paper &&
      job.dataset === place.dataset &&
      job.preset === place.preset &&
      Object.keys(job.overrides).length === 0,
  )
}

/** The values of `measures` on the declared `seeds`. Other seeds are listed and left out. */
export function observe(
  records: readonly JudgedRecord[],
  measures: readonly Measure[],
  seeds: readonly number[],
): Observations {
  const arms = [...new Set(measures.map(({ arm }) => arm))]
  const ofArms = records.filter(({ job }) => arms.includes(job.arm))
  const declared = ofArms.filter(({ job }) => seeds.includes(job.seed))
  const faults = measures.flatMap((measure) =>
    seeds.flatMap((seed) => faultOf(declared, measure, seed) ?? []),
  )
  const fault = faults[0] ?? repeatedRun(declared)
  if (fault) return { state: 'unusable', reading: fault }
  const missing = arms.flatMap((arm) => missingOf(declared, arm, seeds))
  if (missing.length > 0) return { state: 'missing', missing, reading: missingWords(missing) }
  const extra = ofArms.map(({ job }) => job.seed).filter((seed) => !seeds.includes(seed))
  return {
    state: 'complete',
    measures: measures.map((measure) => seeds.map((seed) => observation(declared, measure, seed))),
    ignoredSeeds: [...new Set(extra)].sort((a, b) => a - b),
  }
}

function runsOf(records: readonly JudgedRecord[], arm: string, seed: number): JudgedRecord[] {
  return records.filter(({ job }) => job.arm === arm && job.seed === seed)
}

function missingOf(
  records: readonly JudgedRecord[],
  arm: string,
  seeds: readonly number[],
): MissingArm[] {
  const absent = seeds.filter((seed) => runsOf(records, arm, seed).length === 0)
  return absent.length > 0 ? [{ arm, seeds: absent }] : []
}

function missingWords(missing: readonly MissingArm[]): string {
  const parts = missing.map(({ arm, seeds }) => `${arm} on seeds ${formatSeeds(seeds)}`)
  return `not run: ${parts.join('; ')}`
}

/** Why the records of one arm and seed cannot be used, as a sentence; null when they can. */
function faultOf(
  records: readonly JudgedRecord[],
  { arm, metric }: Measure,
  seed: number,
): string | null {
  const runs = runsOf(records, arm, seed)
  const which = `the record of ${arm}, seed ${seed}`
  for (const { metrics, counts } of runs) {
    if (!Object.hasOwn(metrics, metric)) return `${which} has no metric ${metric}`
    const value = metrics[metric]
    if (!Number.isFinite(value)) return `${which} has ${metric} = ${value}`
    const count = countOf(counts, metric)
    if (count && !isThatCount(value, count)) {
      return `${which} has ${metric} = ${value} but counts ${count.count} of ${count.total}`
    }
    if (value !== runs[0].metrics[metric] || !sameCount(count, countOf(runs[0].counts, metric))) {
      return `two records of ${arm}, seed ${seed} differ in ${metric}`
    }
  }
  return null
}

function observation(
  records: readonly JudgedRecord[],
  { arm, metric }: Measure,
  seed: number,
): Observation {
  const [{ metrics, counts }] = runsOf(records, arm, seed)
  const value = metrics[metric]
  const count = countOf(counts, metric)
  if (!count) return { seed, value, exact: decimal(value) }
  return { seed, value, count, exact: fraction(count.count, count.total) }
}

function countOf(counts: JudgedRecord['counts'], metric: string): Count | undefined {
  return Object.hasOwn(counts, metric) ? counts[metric] : undefined
}

function sameCount(a: Count | undefined, b: Count | undefined): boolean {
  return a?.count === b?.count && a?.total === b?.total
}

/**
 * The fraction may be rounded (as the difference of two fractions is), but never by half a count.
 */
function isThatCount(value: number, { count, total }: Count): boolean {
  return Math.abs(value * total - count) < 0.5
}
