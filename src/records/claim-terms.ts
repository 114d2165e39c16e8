import { z } from 'zod'
import type { Outcome } from '../claims/claim.ts'
import { exactNumber, exactText } from './exact-number.ts'

export const outcomeSchema = z.enum([
  'replicates',
  'partial',
  'not-replicated',
  'inconclusive',
  'not-attempted',
] as const satisfies readonly Outcome[])

/** One arm's metric, and which direction is better. */
const measureTerms = z.strictObject({
  arm: z.string(),
  metric: z.string(),
  better: z.enum(['lower', 'higher']),
})

const common = {
  /** The shortest text for them: "0-4". */
  seeds: z.string(),
  alpha: exactNumber,
  declared: outcomeSchema,
}

const paired = { measure: measureTerms, against: measureTerms }

/**
 * The terms of a claim: the part of its declaration at one place that decides the outcome, without
 * prose.
 */
export const termsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ordering'),
    ...paired,
    ...common,
    minimalEffect: exactNumber,
  }),
  z.strictObject({
    kind: z.literal('threshold'),
    measure: measureTerms,
    ...common,
    bound: exactNumber,
  }),
  z.strictObject({
    kind: z.literal('success-rate'),
    measure: measureTerms,
    ...common,
    success: z.union([
      z.strictObject({ atLeast: exactNumber }),
      z.strictObject({ atMost: exactNumber }),
    ]),
    rate: exactNumber,
    paperCounts: z.strictObject({ successes: z.int(), runs: z.int() }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('paper-value'),
    measure: measureTerms,
    ...common,
    margin: exactNumber,
    /** Null where the paper gives no spread, so that nothing is tested. */
    paper: z.strictObject({ value: exactNumber, spread: exactNumber, runs: z.int() }).nullable(),
  }),
  z.strictObject({ kind: z.literal('equivalence'), ...paired, ...common, margin: exactNumber }),
  z.strictObject({ kind: z.literal('not-attempted'), ...common }),
])

export type Terms = z.output<typeof termsSchema>

/** A term that differs from the golden's. Null on a side that has no such term. */
export interface TermChange {
  /** Such as `minimalEffect` or `measure.arm`. */
  readonly field: string
  readonly golden: string | null
  readonly now: string | null
}

/**
 * Every term that differs between two judgements of one claim. Terms are null where the claim is
 * not judged.
 */
export function changedTerms(golden: Terms | null, now: Terms | null): TermChange[] {
  if (golden === null || now === null) {
    if (golden === now) return []
    const seeds = (terms: Terms | null) => terms && `on seeds ${terms.seeds}`
    return [{ field: 'judged', golden: seeds(golden), now: seeds(now) }]
  }
  const [before, after] = [leaves(golden), leaves(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const change = { field, golden: before.get(field) ?? null, now: after.get(field) ?? null }
    return change.golden === change.now ? [] : [change]
  })
}

function leaves(value: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, entry]): [string, string][] => {
      if (entry === null) return []
      if (typeof entry === 'object') return [...leaves(entry, `${prefix}${key}.`)]
      return [[prefix + key, typeof entry === 'number' ? exactText(entry) : String(entry)]]
    }),
  )
}
