import { z } from 'zod'
import { freshRunsSchema } from './fresh-run.ts'
import { probesSchema } from './probes.ts'
import { checkedReviewSchema } from './review/checked-review.ts'
import { waiverSchema } from './waiver.ts'

/**
 * `unproven`: evidence is missing or inconclusive. `waived`: it fails, and a waiver answers for it.
 * `not-checked`: it needs what a folder of this kind does not offer. `not-applicable`: it asks
 * nothing of this subject.
 */
export const clauseStates = [
  'passes',
  'fails',
  'unproven',
  'waived',
  'not-checked',
  'not-applicable',
] as const

export type ClauseState = (typeof clauseStates)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const clauseReportSchema = z.strictObject({
  clause: z.string(),
  rule: z.string(),
  severity: z.enum(['MUST', 'SHOULD']),
  says: z.string(),
  state: z.enum(clauseStates),
  read: z.string(),
  lookedFor: z.string(),
  /** Why it is unproven, not checked or does not apply; null otherwise. */
  why: z.string().nullable(),
  findings: z.array(
    z.strictObject({
      /** Stable over edits elsewhere: a hash of clause, path and sentence. */
      id: z.string(),
      what: z.string(),
      path: z.string(),
      line: z.int().positive().nullable(),
      /** Where it weighs less than its clause. */
      severity: z.literal('SHOULD').optional(),
    }),
  ),
})

/** The audit of one subject, as it is written to JSON; every other form is made from this. */
export const auditReportSchema = z.strictObject({
  schema: z.literal('assay/audit@1'),
  subject: z.strictObject({
    kind: z.enum(['paper', 'declared-stub', 'stub', 'catalogue']),
    name: z.string(),
    /** Of a part of a catalogue: its folder there, from which its paths count. */
    folder: z.string().optional(),
  }),
  verdict: z.enum(['APPROVE', 'APPROVE-WITH-NOTES', 'REJECT']),
  because: z.array(z.string()),
  undecided: z.boolean(),
  /** What the verdict says nothing of, in one line; empty in reports of before there was such a line. */
  notCovered: z.string().default(''),
  clauses: z.array(clauseReportSchema),
  /** Each claim with what was declared, what the records say and how. */
  claims: z.array(
    z.strictObject({
      id: z.string(),
      says: z.string(),
      judgedOn: z.string(),
      declared: z.string().nullable(),
      outcome: z.string(),
      reading: z.string(),
    }),
  ),
  waivers: z.array(waiverSchema),
  /** sha256 of what was read, by path: with the runs and probes below, all that the verdict rests on. */
  read: z.record(z.string(), sha256),
  runs: freshRunsSchema.nullable(),
  probes: probesSchema.nullable(),
  /** What readers answered, one a review, where any was given: apart from what was found or run. */
  review: z.array(checkedReviewSchema).optional(),
})

export type ClauseReport = z.output<typeof clauseReportSchema>
export type FindingReport = ClauseReport['findings'][number]
export type AuditReport = z.output<typeof auditReportSchema>
