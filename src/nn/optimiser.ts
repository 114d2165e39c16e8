import type { Backend, Real } from '../numerics/backend.ts'

/** An update rule with its own state, over one arena of parameters. Does what its name says. */
export interface Optimiser {
  readonly name: string
  /** One update of w from the gradient g at this learning rate. */
  step(w: Real, g: Real, learningRate: number): void
}

/** Makes an optimiser with memory for `length` parameters. */
export type OptimiserFactory = (b: Backend, length: number) => Optimiser
