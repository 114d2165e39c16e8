import type { Scalar } from '../records/record.ts'

export type Config = Readonly<Record<string, Scalar>>

/** What a grey level p, 0 to 255, becomes as an input of the net. */
export interface PixelRule {
  readonly says: string
  of(p: number): number
}

/** From what a weight matrix is drawn: always around 0. */
export interface WeightRule {
  readonly says: string
  readonly shape: 'uniform' | 'normal'
  /** The standard deviation of a matrix of fanIn x fanOut. */
  deviation(fanIn: number, fanOut: number): number
}

/** The learning rate of an epoch, counted from 1. */
export interface RateRule {
  readonly says: string
  of(epoch: number, config: Config): number
}

/**
 * What a paper's recipe is said to be. Nothing here is called by a run: it is what the code is held
 * against, arm by arm (specs/papers/declarations.spec.ts). Keys of the config say the rest by their
 * names: `optimiser`, `weightDecay` and `decayBiases`, `clipNorm`; a paper without one of these keys
 * does not decay, or does not clip.
 */
export interface DeclaredRecipe {
  /** An arm that trains on the images as they are. */
  readonly asTheyAre: string
  readonly pixels: PixelRule
  /** What happens to the last batch of an epoch when it is not full. */
  readonly lastBatch: 'keeps' | 'drops'
  readonly tested: 'on the same images for every seed' | 'on other images for each seed'
  /** The kinds of its layers, in the order in which they first come; an arm may say others. */
  readonly layers: readonly string[]
  readonly hiddenWeights: WeightRule
  readonly outputWeights: WeightRule
  /**
   * How tensors start that are neither such weights nor biases at zero, each by its "kind.name": at a
   * number, at what a key of the config says, or drawn.
   */
  readonly startsElsewhere?: Readonly<Record<string, number | string | WeightRule>>
  /** The update rule, where no key `optimiser` says it. */
  readonly optimiser?: string
  readonly learningRate: RateRule
  /** The purposes that every arm draws numbers for, each from a stream of its own. */
  readonly streams: readonly string[]
  /** What the arms of one seed have in common, so that they can be compared in pairs. */
  readonly arms: 'share weights and batches' | 'share batches'
  /** Classes that are learned one group after the other, each with its own heads alone. */
  readonly tasks?: readonly (readonly number[])[]
}

export const unitPixels: PixelRule = { says: 'p / 255', of: (p) => p / 255 }
export const signedPixels: PixelRule = { says: '2 (p / 255) - 1', of: (p) => 2 * (p / 255) - 1 }

/** U(-a, a) with a = sqrt(6 / (fanIn + fanOut)). */
export const glorotUniform: WeightRule = {
  says: 'Glorot uniform',
  shape: 'uniform',
  deviation: (fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut)),
}
/** N(0, 2 / fanIn). */
export const heNormal: WeightRule = {
  says: 'He normal',
  shape: 'normal',
  deviation: (fanIn) => Math.sqrt(2 / fanIn),
}
/** U(-a, a) with a = 1 / sqrt(fanIn). */
export const fanInUniform: WeightRule = {
  says: 'U(1 / sqrt(fanIn))',
  shape: 'uniform',
  deviation: (fanIn) => 1 / Math.sqrt(3 * fanIn),
}

export const constantRate: RateRule = {
  says: 'the same throughout',
  of: (_, { learningRate }) => Number(learningRate),
}

/** What `trainClassifier` draws for, in every arm. */
export const classifierStreams = ['init', 'subset', 'order', 'test subset'] as const
