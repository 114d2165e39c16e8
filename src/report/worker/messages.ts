import type { GoldenRecord } from '../../records/golden.ts'
import type { Count } from '../../records/record.ts'

/** What the page asks of the worker: one arm and seed of a paper's quick preset. */
export interface Request {
  readonly paper: string
  readonly arm: string
  readonly seed: number
  /** "key=value" texts, as `--set` takes them. */
  readonly settings: readonly string[]
  readonly kernels: Uint8Array<ArrayBuffer>
  /** MNIST's files as they were dropped; null: strokes. */
  readonly files: readonly DroppedFile[] | null
}

export interface DroppedFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** Grey pictures of one size, one after another, a byte a pixel. */
export interface Pictures {
  readonly side: number
  readonly count: number
  readonly pixels: Uint8Array
}

/** One run as it came out: what a golden holds of it, but for artifacts and source. */
export interface FinishedRun extends Pick<GoldenRecord, 'digest' | 'chain' | 'metrics' | 'counts'> {
  readonly key: string
  readonly name: string
  readonly madeFrom: { readonly dataset: string; readonly kernels: string }
  readonly seconds: number
}

/** What the worker says, in this order: what it does, the digits, the runs as they go, the end. */
export type Message =
  | { readonly kind: 'doing'; readonly what: string }
  | { readonly kind: 'digits'; readonly pictures: Pictures }
  | {
      readonly kind: 'began'
      readonly key: string
      readonly name: string
      readonly number: number
      readonly of: number
    }
  | {
      readonly kind: 'steps'
      /** Of all that is planned, by floating-point operations. */
      readonly share: number
      readonly step: number
      readonly steps: number
      readonly epoch: number
      readonly epochs: number
      /** Those since the last message. */
      readonly losses: readonly number[]
    }
  /** An epoch is over: what is read right of each set of test images, by its name. */
  | { readonly kind: 'read'; readonly right: Readonly<Record<string, Count>> }
  | { readonly kind: 'fields'; readonly epoch: number; readonly pictures: Pictures }
  | { readonly kind: 'finished'; readonly run: FinishedRun }
  | { readonly kind: 'done' }
  /** A sentence for the reader: what was asked cannot be run, or diverged. */
  | { readonly kind: 'refused'; readonly message: string }
