import type { Dtype } from '../backend.ts'
import { keep } from '../rounding.ts'
import { exponential, exponentialTables } from './exponential.ts'
import { hyperbolicTangent, tangentTables } from './hyperbolic-tangent.ts'
import { logisticSigmoid } from './sigmoid.ts'

export { logarithm as log } from './logarithm.ts'
export { cosine as cos, sine as sin } from './sine.ts'

/** The functions kernels use, for one dtype; arguments are numbers of that dtype. */
export interface ElementaryFunctions {
  exp(x: number): number
  tanh(x: number): number
  sigmoid(x: number): number
}

// Written out for each dtype: V8 then specialises each function for one table and one rounding.
export const elementaryFunctions: Readonly<Record<Dtype, ElementaryFunctions>> = {
  f32: {
    exp: (x) => exponential(x, exponentialTables.f32, Math.fround),
    tanh: (x) => hyperbolicTangent(x, tangentTables.f32, Math.fround),
    sigmoid: (x) => logisticSigmoid(x, exponentialTables.f32, Math.fround),
  },
  f64: {
    exp: (x) => exponential(x, exponentialTables.f64, keep),
    tanh: (x) => hyperbolicTangent(x, tangentTables.f64, keep),
    sigmoid: (x) => logisticSigmoid(x, exponentialTables.f64, keep),
  },
}
