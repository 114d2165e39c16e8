import { rateLowerBound, rateUpperBound } from '../../src/claims/statistics/clopper-pearson.ts'
import type { Measured, MeasuredFault, MeasuredFinding } from './measure.ts'

/** `of` things of which `count` are so, and the exact 95 % interval of the rate. */
export interface Rate {
  readonly count: number
  readonly of: number
  readonly interval: readonly [number, number] | null
}

export function rate(count: number, of: number): Rate {
  if (of === 0) return { count, of, interval: null }
  return {
    count,
    of,
    interval: [rateLowerBound(count, of, 0.025), rateUpperBound(count, of, 0.025)],
  }
}

export interface ClauseAccuracy {
  readonly clause: string
  readonly pedantic: number
  /** True findings among those that are true or false. */
  readonly precision: Rate
  /** Faults that the clause found among those that it is asked to find. */
  readonly recall: Rate
}

export interface KindAccuracy {
  readonly kind: string
  readonly recall: Rate
  readonly notMeasured: number
  /** Things that look like this kind and are none, and how many of them were accused. */
  readonly accused: Rate
}

export interface Accuracy {
  readonly precision: Rate
  readonly recall: Rate
  readonly accused: Rate
  readonly pedantic: number
  /** Faults that only runs show, where none are made. */
  readonly notMeasured: number
  readonly clauses: readonly ClauseAccuracy[]
  readonly kinds: readonly KindAccuracy[]
}

/** Precision and recall, in all, by clause and by kind. `clauses` gives the order. */
export function tally(
  { findings, faults, negatives }: Measured,
  order: { readonly clauses: readonly string[]; readonly kinds: readonly string[] },
): Accuracy {
  const clauses = order.clauses.map((clause) => ofClause(clause, findings, faults))
  return {
    precision: precisionOf(findings),
    recall: recallOf(faults),
    accused: accusedOf(negatives),
    pedantic: findings.filter(({ worth }) => worth === 'pedantic').length,
    notMeasured: faults.filter(({ foundBy }) => foundBy === null).length,
    clauses: clauses.filter(
      ({ pedantic, precision, recall }) => pedantic + precision.of + recall.of > 0,
    ),
    kinds: order.kinds.map((kind) => {
      const own = faults.filter((fault) => fault.kind === kind)
      return {
        kind,
        recall: recallOf(own),
        notMeasured: own.filter(({ foundBy }) => foundBy === null).length,
        accused: accusedOf(negatives.filter(({ resembles }) => resembles === kind)),
      }
    }),
  }
}

function ofClause(
  clause: string,
  findings: readonly MeasuredFinding[],
  faults: readonly MeasuredFault[],
): ClauseAccuracy {
  const own = findings.filter((finding) => finding.clause === clause)
  const asked = faults.filter(
    ({ clauses, foundBy }) => foundBy !== null && clauses.includes(clause),
  )
  return {
    clause,
    pedantic: own.filter(({ worth }) => worth === 'pedantic').length,
    precision: precisionOf(own),
    recall: rate(asked.filter(({ foundBy }) => foundBy?.includes(clause)).length, asked.length),
  }
}

function precisionOf(findings: readonly MeasuredFinding[]): Rate {
  const weighed = findings.filter(({ worth }) => worth !== 'pedantic')
  return rate(weighed.filter(({ worth }) => worth === 'true').length, weighed.length)
}

function recallOf(faults: readonly MeasuredFault[]): Rate {
  const measured = faults.filter(({ foundBy }) => foundBy !== null)
  return rate(measured.filter(({ foundBy }) => foundBy?.length).length, measured.length)
}

function accusedOf(negatives: Measured['negatives']): Rate {
  const measured = negatives.filter(({ accusedBy }) => accusedBy !== null)
  return rate(measured.filter(({ accusedBy }) => accusedBy?.length).length, measured.length)
}
