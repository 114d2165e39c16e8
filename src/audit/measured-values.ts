import { measuresOf } from '../claims/measures.ts'
import { parseSeeds } from '../claims/seeds.ts'
import type { Evidence } from './evidence.ts'
import { recordedArm, recordedRuns } from './facts/runs/recorded-runs.ts'
import { judgedAt, judgedPlaces, valuesOf } from './judged.ts'
import { namedArms } from './text/named-arms.ts'
import type { SeedValue } from './which-seed.ts'

/** What the declared seeds of an arm gave for one metric, and how a README may name it. */
export interface MeasuredValues {
  /** Empty where a record has one arm and does not name it. */
  readonly arm: string
  readonly metric: string
  readonly values: readonly SeedValue[]
  /** Whether a label speaks of it. */
  readonly isNamedIn: (label: string) => boolean
}

/**
 * What a headline number can be held against: of a paper of ours the measures of its claims where each
 * is judged first, of a foreign stub the runs that were made, or else those that its records hold.
 */
export function measuredValues(evidence: Evidence): MeasuredValues[] {
  const claimed = ofClaims(evidence)
  return claimed.length > 0 || evidence.subject.kind === 'paper' ? claimed : ofRecords(evidence)
}

function ofClaims(evidence: Evidence): MeasuredValues[] {
  const { declared, subject } = evidence
  const places = judgedPlaces(evidence)
  return (declared?.claims ?? []).flatMap((claim) => {
    const place = places.find((one) => judgedAt(one, claim) !== undefined)
    if (!place) return []
    const seeds = parseSeeds(judgedAt(place, claim)?.seeds ?? '')
    return measuresOf(claim).map(({ arm, metric }) => ({
      arm,
      metric,
      values: valuesOf(place, arm, metric).filter(({ seed }) => seeds.includes(seed)),
      isNamedIn: (label: string) =>
        subject.kind === 'paper'
          ? label.split(' ')[0] === claim.id
          : label.includes(claim.id) || namedArms(label, declared?.arms ?? []).includes(arm),
    }))
  })
}

/** Names that differ in every run tell no arms apart. */
const mostArms = 100

function ofRecords({ files, declared }: Evidence): MeasuredValues[] {
  const runs = recordedRuns(files)
  const arms = declared?.arms ?? [...new Set(runs.map(({ arm }) => arm ?? ''))]
  if (arms.length > mostArms) return []
  return arms.flatMap((arm) => {
    const own = runs.filter((run) =>
      arm === '' ? run.arm === null : recordedArm(run, arms) === arm,
    )
    const metrics = new Set(own.flatMap((run) => [...run.metrics.keys()]))
    return [...metrics].map((metric) => ({
      arm,
      metric,
      values: valuesBySeed(own, metric),
      isNamedIn: (label: string) => arms.length === 1 || namedArms(label, arms).includes(arm),
    }))
  })
}

/** A seed that stands in two files counts once, as the first has it. */
function valuesBySeed(
  runs: ReturnType<typeof recordedRuns>,
  metric: string,
): { seed: number; value: number }[] {
  const values = new Map<number, number>()
  for (const { seed, metrics } of runs) {
    const value = metrics.get(metric)
    if (value !== undefined && !values.has(seed)) values.set(seed, value)
  }
  return [...values].map(([seed, value]) => ({ seed, value })).sort((a, b) => a.seed - b.seed)
}
