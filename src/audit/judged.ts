import type { Claim, JudgedAt } from '../claims/claim.ts'
import { judge } from '../claims/judge.ts'
import type { JudgedClaim, JudgedRecord } from '../claims/judged-claim.ts'
import type { Declared, Evidence } from './evidence.ts'
import type { FreshRun } from './fresh-run.ts'
import { seedlessArms } from './ignored-seed.ts'

/** Claims as the records of one place give them. */
export interface JudgedPlace {
  /** As a person reads it: "MNIST, headline". */
  readonly name: string
  /** The file that holds the records, or what ran. */
  readonly path: string
  readonly where: Pick<JudgedAt, 'dataset' | 'preset'>
  readonly records: readonly JudgedRecord[]
  readonly claims: readonly JudgedClaim[]
}

const datasetNames = { mnist: 'MNIST', strokes: 'strokes' }

/**
 * Every place at which there are records: accepted ones for a paper of ours, for a foreign stub the
 * runs that were made for the audit, at the seeds that its claims declare. The weightiest first.
 */
export function judgedPlaces({ subject, declared, goldens, runs }: Evidence): JudgedPlace[] {
  // What is not soundly declared cannot be judged; CLAIM-3 says what is wrong with it.
  if (!declared || declared.faults.length > 0) return []
  const work = { slug: subject.name, metrics: declared.metrics, claims: declared.claims }
  if (subject.kind === 'paper')
    return goldens.map(({ path, golden }) => ({
      name: `${datasetNames[golden.dataset]}, ${golden.preset}`,
      path,
      where: { dataset: golden.dataset, preset: golden.preset },
      records: golden.records,
      claims: judge(work, golden.records, golden),
    }))
  const made = (runs?.runs ?? []).filter(({ purpose }) => purpose === 'declared')
  const records = recordsOf(subject.name, made)
  if (records.length === 0) return []
  const claims = judge(work, records, stubPlace)
  const name = 'the documented command'
  return [{ name, path: declared.path, where: stubPlace, records, claims }]
}

/** The declaration by which a claim is judged at a place; undefined where it is not. */
export function judgedAt(
  { where }: Pick<JudgedPlace, 'where'>,
  claim: Claim,
): JudgedAt | undefined {
  return claim.judgedAt.find(
    ({ dataset, preset }) => dataset === where.dataset && preset === where.preset,
  )
}

/** A foreign stub has one place, which stands where ours has its headline. */
export const stubPlace = { dataset: 'mnist', preset: 'headline' } as const

/** The runs that gave metrics, as records of the one place of a foreign stub. */
export function recordsOf(paper: string, runs: readonly FreshRun[]): JudgedRecord[] {
  const usable = runs.filter(({ problem }) => problem === null)
  const seedless = seedlessArms(usable).filter(({ mayMeet }) => !mayMeet)
  return usable.map((run) => {
    const isOneRun = seedless.some(({ arm }) => arm === run.arm)
    return recordOf(paper, run, isOneRun ? '' : `seed ${run.seed}`)
  })
}

/**
 * `inner` stands for the parameters of a foreign run, which nobody sees: two seeds that end with the
 * same metrics are two runs, unless all of the arm's do.
 */
function recordOf(
  paper: string,
  { arm, seed, metrics, counts }: FreshRun,
  inner: string,
): JudgedRecord {
  const job = { paper, ...stubPlace, arm, seed, overrides: {} }
  return { job, metrics, counts, digest: inner } as JudgedRecord
}

/** The metric values of an arm's runs at a place, by seed in ascending order. */
export function valuesOf(
  { records }: JudgedPlace,
  arm: string,
  metric: string,
): { seed: number; value: number }[] {
  return records
    .filter(({ job, metrics }) => job.arm === arm && Object.hasOwn(metrics, metric))
    .map(({ job, metrics }) => ({ seed: job.seed, value: metrics[metric] }))
    .sort((a, b) => a.seed - b.seed)
}

/** The arms that have records at a place. */
export function armsAt({ records }: JudgedPlace, { arms }: Declared): string[] {
  return arms.filter((arm) => records.some(({ job }) => job.arm === arm))
}
