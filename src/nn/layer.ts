import type { Backend, Real } from '../numerics/backend.ts'
import type { Stream } from '../numerics/stream.ts'
import type { Initialiser } from './initialisers.ts'

/** A trainable tensor as a layer declares it; the network gives it memory. */
export interface ParameterSpec {
  readonly name: string
  readonly shape: readonly number[]
  readonly initialise: Initialiser
  /** Weights are decayed, biases are not (unless the recipe says so). */
  readonly role: 'weight' | 'bias'
}

/** What a layer's two passes read and write. Matrices are rows x width; one row an example. */
export interface Pass {
  readonly rows: number
  readonly x: Real
  readonly y: Real
  /** In the order of the layer's `parameters`. */
  readonly parameters: readonly Real[]
  /** Kept from the forward to the backward pass, one matrix for each of `saved`. */
  readonly saved: readonly Real[]
}

export interface BackwardPass extends Pass {
  readonly dy: Real
  /** Null for the network's first layer: the gradient of the pixels is not needed. */
  readonly dx: Real | null
  readonly gradients: readonly Real[]
  /** Room for the backward pass alone, one matrix for each of `scratch`. */
  readonly scratch: readonly Real[]
}

/**
 * How a layer that acts at random while it trains, such as dropout, fills what it saves before a
 * forward pass. The pass itself is then the same in training and in evaluation, and can be repeated.
 */
export interface Noise {
  /** For training: drawn anew. */
  draw(b: Backend, pass: Pass, stream: Stream): void
  /** For evaluation, in which nothing is random. */
  still(b: Backend, pass: Pass): void
}

/** A layer is a value: what it holds, and its forward pass right above its backward pass. */
export interface Layer {
  readonly kind: string
  readonly inputs: number
  readonly outputs: number
  readonly parameters: readonly ParameterSpec[]
  /** Widths of the matrices kept for the backward pass. */
  readonly saved: readonly number[]
  /** Widths of the matrices that the backward pass works in. */
  readonly scratch: readonly number[]
  forward(b: Backend, pass: Pass): void
  backward(b: Backend, pass: BackwardPass): void
  readonly noise?: Noise
  /** Products of a weight with an input that one example takes; each weight has one unless given. */
  readonly products?: number
  /** The branch each unit took (sign, winner) in a pass: where it changes, the function has a kink. */
  decisions?(pass: Pass): Uint8Array
}

/** What all elementwise layers share: as wide out as in, nothing to train, nothing to keep. */
export function activation(kind: string, width: number) {
  return { kind, inputs: width, outputs: width, parameters: [], saved: [], scratch: [] }
}
