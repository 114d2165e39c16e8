import { z } from 'zod'
import { exactNumber } from '../../records/exact-number.ts'

/** The one thing that is changed for a run. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('test labels permuted') }),
  /** Every test label is this one. */
  z.strictObject({ kind: z.literal('test labels alike'), label: z.string() }),
  z.strictObject({ kind: z.literal('training labels permuted') }),
  z.strictObject({ kind: z.literal('test images darkened') }),
  /** Images and labels together, so that each image keeps its label. */
  z.strictObject({ kind: z.literal('test examples reordered') }),
  z.strictObject({
    kind: z.literal('setting'),
    name: z.string(),
    value: z.string(),
    /** Passed with the value that is declared, which must change nothing. */
    isDeclared: z.boolean(),
  }),
  /** A seed that nobody chose, beside the declared ones. */
  z.strictObject({ kind: z.literal('neighbouring seed') }),
])

/** Something that a run printed or wrote, with its value unchanged and with the change. */
const differenceSchema = z.strictObject({
  name: z.string(),
  before: z.string(),
  after: z.string(),
})

/** One run with one thing changed, held against the run without the change. */
export const alteredRunSchema = z.strictObject({
  change: changeSchema,
  arm: z.string(),
  seed: z.int().nonnegative(),
  command: z.string(),
  seconds: z.number().nonnegative(),
  /** Why it gave no metrics; null when it did. */
  problem: z.string().nullable(),
  metrics: z.record(z.string(), exactNumber),
  /** What it gave of its training: how many numbers were compared, and the first that differ. */
  training: z.strictObject({
    compared: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    first: z.array(differenceSchema),
  }),
  /** Nothing at all that it gave differs, but for times. */
  isSame: z.boolean(),
})

/** What is known of the data that was altered. */
export const alteredDataSchema = z.strictObject({
  /** In words: "train-labels-idx1-ubyte and three more below ~/.cache/digits". */
  name: z.string(),
  trainExamples: z.int().nonnegative(),
  testExamples: z.int().nonnegative(),
  /** The labels that test examples have. */
  labels: z.array(z.string()),
  /** The share of the commonest of them. */
  largestShare: z.number(),
})

/** What an arm gives and does when nothing is changed. */
export const unchangedSchema = z.strictObject({
  arm: z.string(),
  seed: z.int().nonnegative(),
  metrics: z.record(z.string(), exactNumber),
  /** Two runs gave the same of their training; null where one run was made. */
  isSteady: z.boolean().nullable(),
  /** How many updates and epochs it said that it made, where it did. */
  effort: z.record(z.string(), exactNumber),
})

/** The counterfactual runs of one audit. */
export const causesSchema = z.strictObject({
  data: alteredDataSchema.nullable(),
  unchanged: z.array(unchangedSchema),
  runs: z.array(alteredRunSchema),
  /** What was not tried, and why. */
  notTried: z.array(z.strictObject({ what: z.string(), why: z.string() })),
})

export type Change = z.output<typeof changeSchema>
export type AlteredRun = z.output<typeof alteredRunSchema>
export type AlteredData = z.output<typeof alteredDataSchema>
export type Unchanged = z.output<typeof unchangedSchema>
export type Causes = z.output<typeof causesSchema>
export type NotTried = Causes['notTried'][number]
