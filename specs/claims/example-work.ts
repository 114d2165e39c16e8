import type {
  Claim,
  ClaimedWork,
  EquivalenceClaim,
  JudgedAt,
  OrderingClaim,
  PaperValueClaim,
  SuccessRateClaim,
  ThresholdClaim,
} from '../../src/claims/claim.ts'
import type { JudgedRecord } from '../../src/claims/judged-claim.ts'
import { digestBytes } from '../../src/records/digest.ts'

export const here = { dataset: 'mnist', preset: 'quick' } as const

const at: JudgedAt = { ...here, seeds: '0-4', declared: 'replicates' }

const common = { says: 'It is so.', where: 'section 1', alpha: 0.05, judgedAt: [at] }

export const ordering: OrderingClaim = {
  ...common,
  kind: 'ordering',
  id: 'deformed-is-better',
  better: { arm: 'deformed', metric: 'testError' },
  worse: { arm: 'undeformed', metric: 'testError' },
  minimalEffect: 0.002,
}

export const threshold: ThresholdClaim = {
  ...common,
  kind: 'threshold',
  id: 'errs-little',
  measure: { arm: 'deformed', metric: 'testError' },
  bound: 0.014,
}

export const successRate: SuccessRateClaim = {
  ...common,
  kind: 'success-rate',
  id: 'mostly-trains',
  measure: { arm: 'deformed', metric: 'testAccuracy' },
  success: { atLeast: 0.9 },
  rate: 0.5,
}

export const paperValue: PaperValueClaim = {
  ...common,
  kind: 'paper-value',
  id: 'as-in-the-paper',
  measure: { arm: 'deformed', metric: 'testAccuracy' },
  margin: 0.05,
  paper: { text: '0.9', value: 0.9, spread: 0.01, runs: 5, certainty: 'seen', where: 'table 1' },
}

export const equivalence: EquivalenceClaim = {
  ...common,
  kind: 'equivalence',
  id: 'as-good',
  measure: { arm: 'deformed', metric: 'testAccuracy' },
  other: { arm: 'undeformed', metric: 'testAccuracy' },
  margin: 0.05,
}

/** The claim, judged on these seeds with this declaration. */
export function on<C extends Claim>(claim: C, seeds: string, declared = at.declared): C {
  return { ...claim, judgedAt: [{ ...at, seeds, declared }] }
}

export function work(...claims: readonly Claim[]): ClaimedWork {
  return {
    slug: 'example',
    metrics: {
      testError: { label: 'test error', unit: 'fraction', better: 'lower' },
      testAccuracy: { label: 'test accuracy', unit: 'fraction', better: 'higher' },
      trainLoss: { label: 'training loss', unit: 'nats', better: 'lower' },
    },
    claims,
  }
}

/** One record with `wrong` of `total` test images wrong. */
export function counted(arm: string, seed: number, wrong: number, total = 10_000): JudgedRecord {
  return {
    ...valued(arm, seed, { testError: wrong / total }),
    counts: { testError: { count: wrong, total } },
  }
}

/** One record with metrics that count nothing. */
export function valued(
  arm: string,
  seed: number,
  metrics: Record<string, number>,
  job: Partial<JudgedRecord['job']> = {},
): JudgedRecord {
  const asked = { paper: 'example', ...here, arm, seed, overrides: {}, ...job }
  return { job: asked, metrics, counts: {}, digest: digestBytes(`${arm} ${seed}`) }
}

/** Records of both arms of `ordering`: `differences[seed]` counts fewer wrong when deformed. */
export function pairs(differences: readonly number[], total = 10_000): JudgedRecord[] {
  return differences.flatMap((difference, seed) => [
    counted('deformed', seed, 1000 - difference, total),
    counted('undeformed', seed, 1000, total),
  ])
}
