import type { NamedValues } from '../../papers/paper.ts'
import type { Pictures } from './messages.ts'

const most = 50

/**
 * What the first layer's units look for: each unit's weights as a picture, grey where a weight is
 * zero, each by its own largest weight. Null where the first tensor does not read square images.
 */
export function fieldsOf(parameters: readonly NamedValues[], side: number): Pictures | null {
  const [first] = parameters
  if (first?.shape.length !== 2 || first.shape[0] !== side * side) return null
  const [inputs, units] = first.shape
  const count = Math.min(most, units)
  const pixels = new Uint8Array(count * inputs)
  for (let unit = 0; unit < count; unit++) {
    let largest = 0
    for (let i = 0; i < inputs; i++)
      largest = Math.max(largest, Math.abs(first.values[i * units + unit]))
    for (let i = 0; i < inputs; i++)
      pixels[unit * inputs + i] = 128 + (127 * first.values[i * units + unit]) / (largest || 1)
  }
  return { side, count, pixels }
}
