import { z } from 'zod'

const positive = z.number().positive()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const backend = z.enum(['wasm', 'native', 'reference'])

const spreadSchema = z.strictObject({
  median: positive,
  mad: z.number().min(0).describe('Median absolute deviation from the median.'),
  low: positive,
  high: positive,
})

const timing = {
  milliseconds: spreadSchema.describe('Over the medians of the rounds.'),
  best: positive.describe('The fastest single call, milliseconds.'),
  calls: z.int().positive(),
  mebibytes: positive.optional().describe('Peak memory, where a call is a whole process.'),
}

const peerSchema = z.looseObject({
  name: z.string().min(1),
  ...timing,
  ratio: spreadSchema.describe("The peer's time over the subject's, round by round."),
})

/** Loose, because suites may write more about a result than the history needs. */
export const recordedResultSchema = z.looseObject({
  name: z.string().min(1).describe('"<suite>/<what>"'),
  backend,
  threads: z.int().positive(),
  kernels: digest,
  ...timing,
  gigaflops: positive.optional(),
  gigabytes: positive.optional(),
  megaelements: positive.optional(),
  shareOfPeak: positive.optional().describe('Of the measured peak of as many threads.'),
  microsecondsPerImage: positive.optional(),
  peers: z.array(peerSchema),
})

/** One run of the bench, as one line of bench/history/<machine class>.jsonl. */
export const historyLineSchema = z.strictObject({
  schema: z.literal('assay/bench-history@1'),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  dirty: z
    .boolean()
    .describe('Whether the checkout had changes beyond the commit; then it stands for nothing.'),
  date: z.iso.datetime().describe('When it was measured, in UTC.'),
  machine: z.strictObject({
    cpu: z.string().min(1),
    cores: z.int().positive(),
    arch: z.string().min(1),
    platform: z.string().min(1),
    node: z.string().min(1),
  }),
  load: z.number().min(0).describe('Length of the run queue over the minute before.'),
  settings: z.strictObject({
    rounds: z.int().positive(),
    time: positive.describe('Milliseconds of a contender in a round.'),
    warmupTime: z.number().min(0),
    wholeRuns: z.int().positive().describe('Rounds where a call is a whole run of a program.'),
  }),
  calibration: z
    .partialRecord(backend, positive)
    .describe('GFLOP/s of one thread that only multiplies and adds, measured in the same rounds.'),
  kernels: z.partialRecord(backend, digest).describe('sha256 of the compiled kernels.'),
  results: z.array(recordedResultSchema).min(1),
})

export type HistoryLine = z.infer<typeof historyLineSchema>
export type RecordedResult = z.infer<typeof recordedResultSchema>

/** The name of a result's series in the history, or of its row in a table. */
export const seriesName = ({
  name,
  backend,
  threads,
}: Pick<RecordedResult, 'name' | 'backend' | 'threads'>): string => `${name} ${backend} ${threads}T`

export const historySchemaPath = 'bench/history/schema.json'

/** The JSON Schema of a line, as text, for programs that read the history elsewhere. */
export function historyJsonSchema(): string {
  const schema = z.toJSONSchema(historyLineSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'A run of the benchmarks of assay', ...schema }, null, 2)}\n`
}
