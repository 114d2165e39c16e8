import {
  type MeasuredFunction,
  type MeasuredName,
  measuredFunctions,
} from './measured-functions.ts'
import { ulpError } from './ulp-error.ts'

/** Largest error, in ulp of float32, and the input at which it first occurs. */
export interface UlpBound {
  readonly maxUlp: number
  readonly at: number
  /** How many inputs were measured. */
  readonly inputs: number
}

export const emptyBound: UlpBound = { maxUlp: 0, at: 0, inputs: 0 }

/** Of equal errors the one at the smaller input is kept, so that the order of joining does not show. */
export function joinBounds(a: UlpBound, b: UlpBound): UlpBound {
  const bIsWorse = b.maxUlp > a.maxUlp || (b.maxUlp === a.maxUlp && b.at < a.at)
  const worse = bIsWorse ? b : a
  return { maxUlp: worse.maxUlp, at: worse.at, inputs: a.inputs + b.inputs }
}

/** Bit patterns first * stride, (first + 1) * stride, ... below last * stride, as float32 inputs. */
export interface PatternRange {
  readonly first: number
  readonly last: number
  readonly stride: number
}

const capacity = 65_536

/** Measures one function over one range, here and now. The work arrays are made once a function. */
export function createRangeMeter(name: MeasuredName): (range: PatternRange) => UlpBound {
  const { oracle, isMeasured, prepare }: MeasuredFunction = measuredFunctions[name]
  const { x, y, evaluate } = prepare(capacity)
  const patterns = new Uint32Array(x.buffer, x.byteOffset, capacity)

  return ({ first, last, stride }) => {
    let maxUlp = 0
    let at = 0
    let inputs = 0
    for (let begin = first; begin < last; begin += capacity) {
      const count = Math.min(capacity, last - begin)
      for (let i = 0; i < count; i++) patterns[i] = (begin + i) * stride
      evaluate()
      for (let i = 0; i < count; i++) {
        const input = x[i]
        if (!isMeasured(input)) continue
        inputs++
        const error = ulpError(y[i], oracle(input))
        if (error > maxUlp) {
          maxUlp = error
          at = input
        }
      }
    }
    return { maxUlp, at, inputs }
  }
}
