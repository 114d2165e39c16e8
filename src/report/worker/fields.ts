import type { Real } from '../../numerics/backend.ts'
import type { NamedValues } from '../../papers/paper.ts'
import type { Pictures } from './messages.ts'

const most = 30

/**
 * The weights of each first-layer unit as a picture, or their change since `before`. Grey is zero;
 * each picture is scaled by its own largest magnitude. Null where the inputs of the first tensor
 * are not square images.
 */
export function fieldsOf(
  parameters: readonly NamedValues[],
  side: number,
  before: Real | null,
): Pictures | null {
  const [first] = parameters
  if (first?.shape.length !== 2 || first.shape[0] !== side * side) return null
  const [inputs, units] = first.shape
  const count = Math.min(most, units)
  const pixels = new Uint8Array(count * inputs)
  const at = (i: number) => first.values[i] - (before ? before[i] : 0)
  for (let unit = 0; unit < count; unit++) {
    let largest = 0
    for (let i = 0; i < inputs; i++) largest = Math.max(largest, Math.abs(at(i * units + unit)))
    for (let i = 0; i < inputs; i++)
      pixels[unit * inputs + i] = 128 + (127 * at(i * units + unit)) / (largest || 1)
  }
  return { side, count, pixels }
}
