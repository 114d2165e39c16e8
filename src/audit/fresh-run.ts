import { z } from 'zod'
import { exactNumber } from '../records/exact-number.ts'
import { jobSchema } from '../records/record.ts'
import { causesSchema } from './counterfactual/causes.ts'

/**
 * What a run was made for. `glimpse` and `glimpse again`: a few dozen steps, in two processes.
 * `two workers`: the same in a pool of two. `declared`: the documented command at its declared size.
 * `declared again`, `one thread`, `two threads`: the same command once more. `fresh seed`: a seed
 * that nobody chose.
 */
export const purposes = [
  'glimpse',
  'glimpse again',
  'two workers',
  'declared',
  'declared again',
  'one thread',
  'two threads',
  'fresh seed',
] as const

/** One run that was made for an audit. */
export const freshRunSchema = z.strictObject({
  purpose: z.enum(purposes),
  arm: z.string(),
  seed: z.int().nonnegative(),
  /** Of a fresh seed: the claim that it was drawn for, and where that is judged. */
  drawnFor: z
    .strictObject({
      claim: z.string(),
      dataset: jobSchema.shape.dataset,
      preset: jobSchema.shape.preset,
    })
    .optional(),
  /** As a person could type it in the folder. */
  command: z.string(),
  seconds: z.number().nonnegative(),
  /** Why it gave no metrics; null when it did. */
  problem: z.string().nullable(),
  metrics: z.record(z.string(), exactNumber),
  counts: z.record(z.string(), z.strictObject({ count: z.int(), total: z.int().positive() })),
  /** sha256 of what came out: the final parameters of ours, the metrics of a foreign stub. */
  digest: z.string().nullable(),
})

/** The runs of one audit, and where they ran. */
export const freshRunsSchema = z.strictObject({
  machine: z.strictObject({
    node: z.string(),
    platform: z.string(),
    arch: z.string(),
    cpu: z.string(),
    commit: z.string().nullable(),
  }),
  runs: z.array(freshRunSchema),
  /** The runs with one thing changed; absent where none were asked for. */
  causes: causesSchema.optional(),
})

export type Purpose = (typeof purposes)[number]
export type FreshRun = z.output<typeof freshRunSchema>
export type FreshRuns = z.output<typeof freshRunsSchema>
