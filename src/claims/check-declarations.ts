import { UserError } from '../user-error.ts'
import { fewestSeeds } from './assessment.ts'
import type { Claim, ClaimedWork, JudgedAt } from './claim.ts'
import { paperMean } from './family.ts'
import { measuresOf } from './measures.ts'
import { unreachableClaims } from './reachability.ts'
import { parseSeeds } from './seeds.ts'

/**
 * The faults of a paper's declared claims, one sentence each, before any run; empty for a correct
 * declaration. Arms are not checked here.
 */
export function checkDeclarations(work: ClaimedWork): string[] {
  const faults = [
    ...duplicates(work.claims.map(({ id }) => id)).map((id) => `two claims are called ${id}`),
    ...work.claims.flatMap((claim) =>
      [
        ...commonFaults(claim),
        ...metricFaults(work, claim),
        ...kindFaults(claim),
        ...claim.judgedAt.flatMap((at) =>
          placeFaults(claim, at).map((fault) => `${at.dataset} ${at.preset}: ${fault}`),
        ),
      ].map((fault) => `claim ${claim.id}: ${fault}`),
    ),
  ]
  // The Holm family is only defined when every claim in it is declared correctly.
  const all = faults.length > 0 ? faults : unreachableClaims(work.claims)
  return all.map((fault) => `${work.slug}: ${fault}`)
}

function commonFaults(claim: Claim): string[] {
  const places = claim.judgedAt.map(({ dataset, preset }) => `${dataset} ${preset}`)
  return [
    ...when(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(claim.id), 'its id is not in kebab-case'),
    ...when(claim.says.trim() === '', 'it says nothing'),
    ...when(claim.where.trim() === '', 'it does not say where in the paper it stands'),
    ...when(
      !(claim.alpha > 0 && claim.alpha < 0.5),
      `alpha is ${claim.alpha}, and must lie between 0 and 0.5`,
    ),
    ...duplicates(places).map((place) => `it is judged twice at ${place}`),
  ]
}

function metricFaults(work: ClaimedWork, claim: Claim): string[] {
  const metrics = measuresOf(claim).map(({ metric }) => metric)
  const unknown = metrics.filter((metric) => !Object.hasOwn(work.metrics, metric))
  if (unknown.length > 0) {
    const known = Object.keys(work.metrics).join(', ')
    return unknown.map((metric) => `${metric} is not a metric of the paper, which has ${known}`)
  }
  const [own, other = own] = metrics.map((metric) => work.metrics[metric])
  return [
    ...when(own?.unit !== other?.unit, `it holds ${own?.unit} against ${other?.unit}`),
    ...when(own?.better !== other?.better, 'its two metrics are better in opposite directions'),
  ]
}

function kindFaults(claim: Claim): string[] {
  switch (claim.kind) {
    case 'ordering': {
      const { better, worse, minimalEffect } = claim
      const same = better.arm === worse.arm && better.metric === worse.metric
      return [
        ...when(same, 'it holds a measure against itself'),
        ...when(!(minimalEffect >= 0 && minimalEffect < Infinity), 'minimalEffect is below 0'),
      ]
    }
    case 'threshold':
      return when(!Number.isFinite(claim.bound), 'its bound is not a number')
    case 'success-rate':
      return rateFaults(claim)
    case 'paper-value':
      return [
        ...when(claim.paper?.value === undefined, "it lacks the paper's value"),
        ...when((claim.paper?.spread ?? 0) < 0, "the paper's spread is below 0"),
        ...marginFaults(claim.margin),
      ]
    case 'equivalence':
      return marginFaults(claim.margin)
    case 'not-attempted':
      return when(claim.because.trim() === '', 'it does not say why it was not attempted')
  }
}

function rateFaults({ rate, success, paperCounts }: Extract<Claim, { kind: 'success-rate' }>) {
  const { successes, runs } = paperCounts ?? { successes: 0, runs: 1 }
  const whole = Number.isInteger(successes) && Number.isInteger(runs)
  const limit = 'atLeast' in success ? success.atLeast : success.atMost
  return [
    ...when(!(rate > 0 && rate < 1), `its rate is ${rate}, and must lie between 0 and 1`),
    ...when(!Number.isFinite(limit), 'what counts as success is not a number'),
    ...when(
      !(whole && successes >= 0 && runs >= 1 && successes <= runs),
      `the paper's ${successes} of ${runs} are not valid counts`,
    ),
  ]
}

function marginFaults(margin: number): string[] {
  return when(!(margin > 0 && margin < Infinity), `its margin is ${margin}, and must be above 0`)
}

function placeFaults(claim: Claim, { seeds, declared, because }: JudgedAt): string[] {
  if (claim.kind === 'not-attempted') {
    return when(declared !== 'not-attempted', `it is not attempted, but declared ${declared}`)
  }
  const fault = seedsFault(seeds)
  if (fault) return [fault]
  const tested = claim.kind !== 'paper-value' || paperMean(claim) !== null
  if (!tested) {
    return when(
      declared !== 'not-attempted',
      `without the paper's spread and runs nothing is tested, but ${declared} is declared`,
    )
  }
  const count = parseSeeds(seeds).length
  return [
    ...when(count < fewestSeeds, `it has ${count} seeds, and ${fewestSeeds} are the least`),
    ...when(
      declared === 'partial' || declared === 'not-attempted',
      `${declared} is not an outcome of a test: declare another, or leave the place out`,
    ),
    ...when(
      (declared === 'not-replicated' || declared === 'inconclusive') && !because?.trim(),
      `it is declared ${declared} without saying why`,
    ),
  ]
}

function seedsFault(seeds: string): string | null {
  try {
    parseSeeds(seeds)
    return null
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

function when(wrong: boolean, sentence: string): string[] {
  return wrong ? [sentence] : []
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
