import type { Config } from '../../src/papers/paper.ts'

/**
 * Work that peers outside this project can do, with its sizes and settings. Every number is
 * float32.
 */
export type Work =
  | {
      readonly kind: 'matmul'
      readonly settings: { m: number; k: number; n: number; form: 'NN' | 'TN' }
    }
  | { readonly kind: 'elementwise'; readonly settings: { kernel: string; length: number } }
  | { readonly kind: 'optimiser'; readonly settings: { config: Config; length: number } }
  | { readonly kind: 'softmax cross-entropy'; readonly settings: { rows: number; classes: number } }
  | {
      readonly kind: 'training step'
      /**
       * `head` is the first class in the loss and the class after the last one; null for all
       * classes.
       */
      readonly settings: { slug: string; config: Config; head: readonly [number, number] | null }
    }
  | {
      readonly kind: 'deformation'
      readonly settings: { config: Config; rows: number; side: number }
    }
  | { readonly kind: 'loading'; readonly settings: { rows: number; signed: boolean } }
  | { readonly kind: 'shuffling'; readonly settings: { length: number } }
