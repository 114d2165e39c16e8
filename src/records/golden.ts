import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from '../claims/claim.ts'
import { exitCodes, UserError } from '../user-error.ts'
import { outcomeSchema, type Terms, termsSchema } from './claim-terms.ts'
import { compareJobs, jobKey, jobName } from './job.ts'
import {
  type DatasetId,
  jobSchema,
  type Preset,
  type RunRecord,
  runRecordSchema,
} from './record.ts'
import { isNewer, readWritten, type WrittenKind, writtenText } from './written-text.ts'

export const goldenRecordSchema = runRecordSchema.omit({ provenance: true, snapshots: true })

/**
 * Accepted runs of one paper at one dataset and preset, with the outcome of each claim and the
 * terms that it was judged on.
 */
export const goldenSchema = z.strictObject({
  schema: z.literal('assay/golden@2'),
  paper: z.string(),
  dataset: jobSchema.shape.dataset,
  preset: jobSchema.shape.preset,
  accepted: z.strictObject({
    reason: z.string().min(1),
    date: z.iso.date(),
    commit: z.string().nullable(),
  }),
  /** In order of arm and seed. */
  records: z.array(goldenRecordSchema),
  claims: z.record(
    z.string(),
    /** Terms are null for a claim that is not judged here. */
    z.strictObject({ outcome: outcomeSchema, terms: termsSchema.nullable() }),
  ),
})

export type GoldenRecord = z.output<typeof goldenRecordSchema>
export type Golden = z.output<typeof goldenSchema>

/** Which golden: there is one file for each paper, dataset and preset. */
export interface GoldenId {
  readonly paper: string
  readonly dataset: DatasetId
  readonly preset: Preset
}

/** A claim's computed outcome and the terms that it was judged on, as the judge gives them. */
export interface JudgedOutcome {
  readonly id: string
  readonly outcome: Outcome
  readonly terms: Terms | null
}

const goldenKind: WrittenKind<Golden> = {
  name: 'golden',
  version: 2,
  schema: goldenSchema,
  wayOut: 'Restore it from git, or accept it anew with assay golden accept',
}

/** The name of a golden in messages: `compete-to-compute (mnist, headline)`. */
export function goldenName({ paper, dataset, preset }: GoldenId): string {
  return `${paper} (${dataset}, ${preset})`
}

/**
 * The golden's paper, preset and dataset as arguments of a command: `tiny-paper --preset quick`.
 */
export function commandWords({ paper, dataset, preset }: GoldenId): string {
  const size = preset === 'headline' ? '' : ` --preset ${preset}`
  return `${paper}${size}${dataset === 'mnist' ? '' : ` --data ${dataset}`}`
}

/** The golden's file, relative to the checkout, with forward slashes. */
export function goldenPath({ paper, dataset, preset }: GoldenId): string {
  return `golden/${paper}/${dataset}-${preset}.json`
}

/**
 * Makes a golden of records and outcomes. Throws a UserError when a record has overrides (`--set`),
 * belongs to another golden, or comes twice.
 */
export function goldenOf(
  id: GoldenId,
  records: readonly RunRecord[],
  judged: readonly JudgedOutcome[],
  accepted: Golden['accepted'],
): Golden {
  const kept = new Map<string, GoldenRecord>()
  for (const { provenance: _, snapshots: __, ...record } of records) {
    const { job } = record
    const key = jobKey(job)
    if (Object.keys(job.overrides).length > 0 || goldenPath(job) !== goldenPath(id)) {
      const why = 'a golden holds only the runs of its own preset, without --set'
      throw new UserError(`${goldenName(id)} cannot take ${jobName(job)} (${key}): ${why}`)
    }
    if (kept.has(key)) throw new Error(`Two records of ${key} for one golden`)
    kept.set(key, record)
  }
  return {
    schema: 'assay/golden@2',
    paper: id.paper,
    dataset: id.dataset,
    preset: id.preset,
    accepted,
    records: [...kept.values()].sort((a, b) => compareJobs(a.job, b.job)),
    claims: Object.fromEntries(judged.map(({ id, outcome, terms }) => [id, { outcome, terms }])),
  }
}

export function encodeGolden(golden: Golden): string {
  return writtenText(goldenSchema, golden)
}

/**
 * The golden that a file's text holds. Throws a UserError that names `file` and says what to do.
 */
export function decodeGolden(text: string, file: string): Golden {
  return readWritten(goldenKind, text, file)
}

/** The golden under a checkout's root, or null when none was accepted. */
export function findGolden(root: string, id: GoldenId): Golden | null {
  const path = goldenPath(id)
  const file = join(root, path)
  if (!existsSync(file)) return null
  if (!statSync(file).isFile())
    throw new UserError(`${path} is not a file. Restore it from git`, exitCodes.couldNotRun)
  return decodeGolden(readFileSync(file, 'utf8'), path)
}

/**
 * The golden that a new one is to replace. `unreadable` when its file is broken or of an older form;
 * throws a UserError only when a newer assay wrote it.
 */
export function replacedGolden(root: string, id: GoldenId): Golden | 'unreadable' | null {
  try {
    return findGolden(root, id)
  } catch (error) {
    const text = readFileSync(join(root, goldenPath(id)), 'utf8')
    if (!(error instanceof UserError) || isNewer(goldenKind, text)) throw error
    return 'unreadable'
  }
}

/** As findGolden, but a missing golden is a UserError that says how to get one. */
export function readGolden(root: string, id: GoldenId): Golden {
  const golden = findGolden(root, id)
  if (golden) return golden
  const runs = commandWords(id)
  const others = listGoldens(root).filter(({ paper }) => paper === id.paper)
  const places = others.map(({ dataset, preset }) => `--data ${dataset} --preset ${preset}`)
  const instead = places.length > 0 ? ` There is one for ${places.join(', and one for ')}.` : ''
  throw new UserError(
    `No golden for ${goldenName(id)}.${instead} To make this one, run: assay run ${runs}, then assay golden accept ${runs} --reason "…"`,
    exitCodes.couldNotRun,
  )
}

/** The goldens present under a checkout's root, by name; none is read. */
export function listGoldens(root: string): GoldenId[] {
  const folder = join(root, 'golden')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return files.flatMap((file) => {
    const found = /^([^\\/]+)[\\/](mnist|strokes)-(quick|headline|paper)\.json$/.exec(file)
    if (!found) return []
    const [, paper, dataset, preset] = found
    return [{ paper, dataset: dataset as DatasetId, preset: preset as Preset }]
  })
}
