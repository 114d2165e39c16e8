import { z } from 'zod'
import { exactNumber, isNumberWord } from './exact-number.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Text that cannot be mistaken for an encoded number when it is read back. */
const plainText = z.string().refine((text) => !isNumberWord(text), 'reads as a number')
const scalar = z.union([exactNumber, plainText, z.boolean()])

/** What was asked for. `overrides` is empty when the record is of the preset itself. */
export const jobSchema = z.strictObject({
  paper: z.string(),
  preset: z.enum(['quick', 'headline', 'paper']),
  dataset: z.enum(['mnist', 'strokes']),
  arm: z.string(),
  seed: z.int().nonnegative(),
  overrides: z.record(z.string(), scalar),
})

/**
 * A metric that is a count: `count` of `total`, so that differences and ties are computed on
 * integers.
 */
export const countSchema = z.strictObject({ count: z.int(), total: z.int().positive() })

/** A tensor whose bytes are in the store under their sha256. */
export const artifactSchema = z.strictObject({
  name: z.string(),
  dtype: z.enum(['f32', 'f64', 'i32', 'u8']),
  shape: z.array(z.int().nonnegative()),
  sha256,
})

/**
 * How a run went, step by step: the float64 bits of every batch's loss (little-endian, base64) and
 * the digest of the parameters at each epoch's end. The first difference of two chains shows where
 * two runs begin to differ.
 */
export const chainSchema = z.strictObject({
  losses: z.base64(),
  epochs: z.array(z.strictObject({ step: z.int().nonnegative(), digest: sha256 })),
})

/** The inputs of a result. They explain a difference, and are never compared themselves. */
export const madeFromSchema = z.strictObject({ dataset: sha256, kernels: sha256, source: sha256 })

/** Where and when it ran; never compared. */
export const provenanceSchema = z.strictObject({
  backend: z.enum(['wasm', 'native', 'reference']),
  node: z.string(),
  platform: z.string(),
  arch: z.string(),
  cpu: z.string(),
  cores: z.int().positive(),
  workers: z.int().positive(),
  threads: z.int().positive(),
  commit: z.string().nullable(),
  startedAt: z.iso.datetime(),
  seconds: z.number().nonnegative(),
})

/** One run: what was asked for, the result, its inputs, and where it ran. */
export const runRecordSchema = z.strictObject({
  schema: z.literal('assay/record@1'),
  job: jobSchema,
  config: z.record(z.string(), scalar),
  metrics: z.record(z.string(), exactNumber),
  counts: z.record(z.string(), countSchema),
  curves: z.record(z.string(), z.array(exactNumber)),
  /** sha256 of the final parameters (or, for a job that trains nothing, of what it computed). */
  digest: sha256,
  chain: chainSchema,
  artifacts: z.array(artifactSchema),
  /**
   * Tensors of the net for pictures. They are not part of the result, and goldens do not hold them.
   */
  snapshots: z.array(artifactSchema).optional(),
  madeFrom: madeFromSchema,
  provenance: provenanceSchema,
})

export type Job = z.output<typeof jobSchema>
export type Preset = Job['preset']
export type DatasetId = Job['dataset']
export type Scalar = number | string | boolean
export type Count = z.output<typeof countSchema>
export type Artifact = z.output<typeof artifactSchema>
export type Chain = z.output<typeof chainSchema>
export type MadeFrom = z.output<typeof madeFromSchema>
export type Provenance = z.output<typeof provenanceSchema>
export type RunRecord = z.output<typeof runRecordSchema>
