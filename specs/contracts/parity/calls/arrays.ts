import type { Kernel } from '../../../../src/numerics/table/kernel.ts'
import { type ArrayOperand, isArray } from '../../../../src/numerics/table/operands.ts'
import { lengthOf, type Sizes } from '../../../../src/numerics/table/shape.ts'
import type { Operand } from '../call.ts'
import { words } from '../values.ts'

/** What decides about the arrays of a call, beside its sizes. */
export interface Draws {
  readonly seed: number
  /** Whether arrays have what they usually have. */
  readonly usual: boolean
  /** For each output in turn, which input it is; no input where there is none of this number. */
  readonly places: readonly number[]
}

/** The arrays of a call: as long as the entry says, and with the contents that it promises. */
export function arraysOf(kernel: Kernel, sizes: Sizes, draws: Draws): Record<string, Operand> {
  const arrays = kernel.operands.filter(isArray)
  const inputs = arrays.filter(({ access }) => access === 'read')
  const outputs = arrays.filter(({ access }) => access !== 'read')
  const next = words(draws.seed)
  const made: Record<string, Operand> = {}
  // A mask comes before what points into it.
  for (const input of inputs.toSorted((a, b) => +pointsAtMask(a) - +pointsAtMask(b)))
    made[input.name] = arrayOf(input, sizes, draws.usual, next, made)

  const taken = new Set<string>()
  outputs.forEach((output, i) => {
    const same = inputs.filter(
      ({ name, kind, shape }) =>
        !taken.has(name) &&
        kind === output.kind &&
        JSON.stringify(shape) === JSON.stringify(output.shape),
    )
    const alias = kernel.inPlace ? same[draws.places[i]] : undefined
    if (alias) taken.add(alias.name)
    made[output.name] = alias
      ? { kind: 'alias', of: alias.name }
      : { kind: output.kind, length: lengthOf(output.shape, sizes) }
  })
  return made
}

const pointsAtMask = ({ contents }: ArrayOperand) =>
  typeof contents === 'object' && 'indexIn' in contents

function arrayOf(
  { name, kind, shape, contents }: ArrayOperand,
  sizes: Sizes,
  usual: boolean,
  next: () => number,
  made: Readonly<Record<string, Operand>>,
): Operand {
  const length = lengthOf(shape, sizes)
  const given = (value: (i: number) => number) => {
    return { kind, length, values: Array.from({ length }, (_, i) => value(i)) }
  }
  if (contents === 'mask') {
    const always = next() % Math.max(1, length)
    return given((i) => +(i === always || next() % 3 > 0))
  }
  if (contents && 'indexIn' in contents) {
    const mask = made[contents.indexIn]
    const values = 'values' in mask ? mask.values! : []
    const choices = values.flatMap((on, i) => (on === 1 ? [i] : []))
    return given(() => choices[next() % choices.length])
  }
  if (contents && usual) return given((i) => contents.usually[i % contents.usually.length])
  if (kind === 'bytes') return given(() => next() & 0xff)
  if (kind === 'indices')
    throw new Error(`Nothing in the table says what the indices of ${name} point at`)
  return { kind, length }
}
