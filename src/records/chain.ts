import { fromBase64, toBase64 } from './base64.ts'
import type { Chain } from './record.ts'

/**
 * Collects the chain of a run. The trainer calls `step` after each batch and `epoch` at the end of
 * each epoch.
 */
export interface ChainBuilder {
  /**
   * Adds a batch's loss (nats). Throws on NaN, because a diverged run stops and is not recorded.
   */
  step(loss: number): void
  /** Adds the digest of the parameters as they are after the steps so far. */
  epoch(digest: string): void
  finish(): Chain
}

/**
 * The first difference of two chains. Steps and epochs count from 1. Null means that the run had
 * ended.
 */
export type FirstDifference =
  | { at: 'step'; step: number; lossA: number | null; lossB: number | null }
  | { at: 'epoch'; epoch: number; step: number; digestA: string | null; digestB: string | null }

/** An empty chain, ready for a run's first step. */
export function createChain(): ChainBuilder {
  const losses: number[] = []
  const epochs: Chain['epochs'] = []
  return {
    step(loss) {
      if (Number.isNaN(loss)) throw new Error(`The loss of step ${losses.length + 1} is NaN`)
      losses.push(loss)
    },
    epoch(digest) {
      epochs.push({ step: losses.length, digest })
    },
    finish: () => ({ losses: encodeLosses(losses), epochs: [...epochs] }),
  }
}

/** Losses as base64 of their float64 bits, little-endian on every host. */
export function encodeLosses(losses: readonly number[]): string {
  const bytes = new Uint8Array(losses.length * 8)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < losses.length; i++) view.setFloat64(i * 8, losses[i], true)
  return toBase64(bytes)
}

/** The losses of a chain, one a step. Throws when the bytes are not whole float64 values. */
export function decodeLosses(chain: Chain): Float64Array {
  const bytes = fromBase64(chain.losses)
  if (bytes.length % 8 !== 0) throw new Error('A chain of losses must hold whole float64 values')
  const view = new DataView(bytes.buffer)
  const losses = new Float64Array(bytes.length / 8)
  for (let i = 0; i < losses.length; i++) losses[i] = view.getFloat64(i * 8, true)
  return losses
}

/**
 * The first thing in which two runs differ, in the order in which they happened: an epoch's digest
 * after `step` steps comes before the loss of step `step + 1`. Null when the chains are equal.
 */
export function firstDifference(a: Chain, b: Chain): FirstDifference | null {
  const inLoss = firstLoss(a, b)
  const inEpoch = firstEpoch(a, b)
  if (inLoss === null || inEpoch === null) return inLoss ?? inEpoch
  return inEpoch.step < inLoss.step ? inEpoch : inLoss
}

function firstLoss(a: Chain, b: Chain) {
  if (a.losses === b.losses) return null
  const lossesA = decodeLosses(a)
  const lossesB = decodeLosses(b)
  const steps = Math.max(lossesA.length, lossesB.length)
  for (let i = 0; i < steps; i++) {
    const lossA = i < lossesA.length ? lossesA[i] : null
    const lossB = i < lossesB.length ? lossesB[i] : null
    if (!Object.is(lossA, lossB)) return { at: 'step', step: i + 1, lossA, lossB } as const
  }
  return null
}

function firstEpoch(a: Chain, b: Chain) {
  const epochs = Math.max(a.epochs.length, b.epochs.length)
  for (let i = 0; i < epochs; i++) {
    const endA = a.epochs.at(i)
    const endB = b.epochs.at(i)
    if (endA?.step === endB?.step && endA?.digest === endB?.digest) continue
    const step = Math.min(endA?.step ?? Infinity, endB?.step ?? Infinity)
    const digestA = endA?.digest ?? null
    const digestB = endB?.digest ?? null
    return { at: 'epoch', epoch: i + 1, step, digestA, digestB } as const
  }
  return null
}
