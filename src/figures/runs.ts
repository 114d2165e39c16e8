import type { GoldenRecord } from '../records/golden.ts'
import { NotRecorded } from './not-recorded.ts'

/** A tensor of the store, row-major. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

/**
 * A run as pictures read it. Its functions throw NotRecorded for a value that the run does not
 * hold.
 */
export interface Run {
  readonly name: string
  readonly seed: number
  readonly digest: string
  readonly config: GoldenRecord['config']
  metric(name: string): number
  count(name: string): { readonly count: number; readonly total: number }
  /** One value per epoch. */
  curve(name: string): readonly number[]
  /** The loss of every batch, in nats. */
  losses(): Float64Array
  /** What the run left in the store: an artifact or a snapshot. */
  tensor(name: string): Tensor
}

/** The runs that a paper's pictures are drawn from. */
export interface Runs {
  /** All runs of an arm, in order of their seeds. */
  of(arm: string): readonly Run[]
  /** The run that a picture of a single run shows: the one with the lowest seed of the arm. */
  first(arm: string): Run
  /** The seeds of an arm's runs, in order; empty where it has no run. */
  seeds(arm: string): readonly number[]
}

/**
 * Reads a tensor that the run of a record has stored. Throws NotRecorded when its bytes are
 * missing.
 */
export type TensorReader = (record: GoldenRecord, name: string) => Tensor

/** Records as pictures read them. */
export function runsOf(records: readonly GoldenRecord[], read: TensorReader): Runs {
  const recordsOf = (arm: string) =>
    records.filter(({ job }) => job.arm === arm).sort((a, b) => a.job.seed - b.job.seed)
  const of = (arm: string) => {
    const runs = recordsOf(arm).map((record) => runOf(record, read))
    if (runs.length === 0) throw new NotRecorded(`There is no run of ${arm}`)
    return runs
  }
  const seeds = (arm: string) => recordsOf(arm).map(({ job }) => job.seed)
  return { of, first: (arm) => of(arm)[0], seeds }
}

function runOf(record: GoldenRecord, read: TensorReader): Run {
  const { job, metrics, counts, curves } = record
  const name = `${job.paper}, ${job.arm} seed ${job.seed}`
  const held = <T>(what: string, from: Readonly<Record<string, T>>, key: string): T => {
    if (Object.hasOwn(from, key)) return from[key]
    throw new NotRecorded(`The record of ${name} has no ${what} ${key}`)
  }
  return {
    name,
    seed: job.seed,
    digest: record.digest,
    config: record.config,
    metric: (key) => held('metric', metrics, key),
    count: (key) => held('count', counts, key),
    curve: (key) => held('curve', curves, key),
    losses: () => {
      const bytes = Buffer.from(record.chain.losses, 'base64')
      return Float64Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i))
    },
    tensor: (key) => read(record, key),
  }
}
