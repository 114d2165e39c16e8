import type { GoldenRecord } from '../../records/golden.ts'
import type { Count } from '../../records/record.ts'

/** The request of the page to the worker: one arm and seed of a paper's quick preset. */
export interface Request {
  readonly paper: string
  readonly arm: string
  readonly seed: number
  /** "key=value" texts, as `--set` takes them. */
  readonly settings: readonly string[]
  readonly kernels: Uint8Array<ArrayBuffer>
  /** The dropped files of MNIST; null means strokes. */
  readonly files: readonly DroppedFile[] | null
}

export interface DroppedFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** Grey pictures of one size, one after another, one byte per pixel. */
export interface Pictures {
  readonly side: number
  readonly count: number
  readonly pixels: Uint8Array
}

/** The result of one run: what a golden holds of it, without artifacts and source. */
export interface FinishedRun extends Pick<GoldenRecord, 'digest' | 'chain' | 'metrics' | 'counts'> {
  readonly key: string
  readonly name: string
  readonly madeFrom: { readonly dataset: string; readonly kernels: string }
  readonly seconds: number
}

/**
 * A message of the worker. They come in this order: what it does, the digits, the progress of each
 * run, the end.
 */
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
      /** The finished share of all planned work, by floating-point operations. */
      readonly share: number
      readonly step: number
      readonly steps: number
      readonly epoch: number
      readonly epochs: number
      /** The losses since the last message. */
      readonly losses: readonly number[]
    }
  /**
   * At the end of an epoch: how many images of each test set are classified correctly, by the name
   * of the set.
   */
  | { readonly kind: 'read'; readonly right: Readonly<Record<string, Count>> }
  | { readonly kind: 'fields'; readonly epoch: number; readonly pictures: Pictures }
  | { readonly kind: 'finished'; readonly run: FinishedRun }
  | { readonly kind: 'done' }
  /** A sentence for the reader: the request cannot be run, or the run diverged. */
  | { readonly kind: 'refused'; readonly message: string }
