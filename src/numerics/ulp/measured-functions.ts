import { cos, log, sin } from '../functions/index.ts'
import { largestAngle } from '../functions/sine.ts'
import { createWasmBackend } from '../wasm/index.ts'

/**
 * A function whose error is measured over the float32 numbers. The oracle is JavaScript's own function
 * in float64: it carries 29 bits more than the result, so its own error does not show. This is the one
 * place where Math's transcendental functions are allowed; they judge results and never enter one.
 */
export interface MeasuredFunction {
  readonly oracle: (x: number) => number
  /** Whether an input counts. Specs hold the function to NaN outside its domain. */
  readonly isMeasured: (x: number) => boolean
  /** Room for a batch of inputs, and what turns them into results. */
  prepare(capacity: number): Workplace
}

export interface Workplace {
  readonly x: Float32Array
  readonly y: Float32Array
  evaluate(): void
}

const everywhere = () => true
const isAngle = (x: number) => Math.abs(x) <= largestAngle

/** The float32 kernels of the compiled wasm, and the float64 definitions with the result rounded. */
export const measuredFunctions = {
  exp: kernel('exp', Math.exp),
  tanh: kernel('tanh', Math.tanh),
  sigmoid: kernel('sigmoid', sigmoid),
  log: definition(log, Math.log, (x) => x >= 0),
  sin: definition(sin, Math.sin, isAngle),
  cos: definition(cos, Math.cos, isAngle),
} as const

export type MeasuredName = keyof typeof measuredFunctions

export const measuredNames = Object.keys(measuredFunctions) as readonly MeasuredName[]

function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x))
  return (x < 0 ? e : 1) / (1 + e)
}

function kernel(name: 'exp' | 'tanh' | 'sigmoid', oracle: (x: number) => number): MeasuredFunction {
  const prepare = (capacity: number): Workplace => {
    const backend = createWasmBackend('f32', { mebibytes: 16 })
    const x = backend.reals(capacity) as Float32Array
    const y = backend.reals(capacity) as Float32Array
    return { x, y, evaluate: () => backend[name](y, x, capacity) }
  }
  return { oracle, isMeasured: everywhere, prepare }
}

function definition(
  f: (x: number) => number,
  oracle: (x: number) => number,
  isMeasured: (x: number) => boolean,
): MeasuredFunction {
  const prepare = (capacity: number): Workplace => {
    const x = new Float32Array(capacity)
    const y = new Float32Array(capacity)
    const evaluate = () => {
      for (let i = 0; i < capacity; i++) y[i] = f(x[i])
    }
    return { x, y, evaluate }
  }
  return { oracle, isMeasured, prepare }
}
