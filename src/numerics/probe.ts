import { exitCodes, UserError } from '../user-error.ts'

/**
 * Refuses a machine whose arithmetic is not the contract's: subnormals kept, ties to even. Meant to
 * run once, before anything that trains.
 * @throws UserError (could not run) naming the property that fails
 */
export function probeArithmetic(): void {
  for (const [property, holds] of properties) {
    if (!holds()) {
      throw new UserError(
        `This machine's floating point breaks the numerics contract (${property}), so no result of it would have the recorded bits. Run on another machine, or without the option that changes the rounding or subnormal mode.`,
        exitCodes.couldNotRun,
      )
    }
  }
}

// Operands go through arrays: a compiler that folds constants would probe itself, not the processor.
const singles = new Float32Array(2)
const doubles = new Float64Array(2)

const smallestNormalSingle = 1.1754943508222875e-38
const smallestNormalDouble = 2.2250738585072014e-308
const twoTo24 = 16777216
const twoTo53 = 9007199254740992

const properties: readonly (readonly [string, () => boolean])[] = [
  ['float32 subnormals are flushed', () => halvesAndDoubles(singles, smallestNormalSingle)],
  ['float64 subnormals are flushed', () => halvesAndDoubles(doubles, smallestNormalDouble)],
  ['float32 ties do not round to even', () => tiesToEven(singles, twoTo24)],
  ['float64 ties do not round to even', () => tiesToEven(doubles, twoTo53)],
]

function halvesAndDoubles(x: Float32Array | Float64Array, smallestNormal: number): boolean {
  x[0] = smallestNormal
  x[1] = x[0] * 0.5
  x[1] = x[1] * 2
  return x[1] === smallestNormal
}

/** Above 2^p only even numbers exist: 2^p + 1 and 2^p + 3 are ties, of which one goes down, one up. */
function tiesToEven(x: Float32Array | Float64Array, twoToPrecision: number): boolean {
  x[0] = twoToPrecision
  x[1] = x[0] + 1
  const down = x[1]
  x[0] = twoToPrecision + 2
  x[1] = x[0] + 1
  return down === twoToPrecision && x[1] === twoToPrecision + 4
}
