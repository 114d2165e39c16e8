import type { OperandArray } from './call.ts'
import { guardByte, type Placed } from './placement.ts'

/** The first place where two backends' results differ, in words, or undefined where none does. */
export function firstDifference(
  names: readonly string[],
  expected: ReadonlyMap<string, Placed>,
  actual: ReadonlyMap<string, Placed>,
): string | undefined {
  for (const name of names) {
    const ours = actual.get(name)!
    const theirs = expected.get(name)!
    const difference =
      differenceInArray(name, theirs.array, ours.array) ??
      guardsTouched(name, ours) ??
      guardsTouched(`by definition ${name}`, theirs)
    if (difference !== undefined) return difference
  }
  return undefined
}

/** NaN equals NaN whatever its payload; -0 differs from 0; all else by value, which is by bits. */
export function differenceInArray(
  name: string,
  expected: OperandArray,
  actual: OperandArray,
): string | undefined {
  for (let i = 0; i < expected.length; i++) {
    if (!Object.is(expected[i], actual[i])) {
      return `${name}[${i}] is ${show(actual, i)}, by definition ${show(expected, i)}`
    }
  }
  return undefined
}

function guardsTouched(name: string, { array, before, after }: Placed): string | undefined {
  const last = before.findLastIndex((byte) => byte !== guardByte)
  if (last !== -1) return `${name} was written ${before.length - last} bytes before its beginning`
  const first = after.findIndex((byte) => byte !== guardByte)
  if (first !== -1) return `${name} was written ${first + 1} bytes after its end (${array.length})`
  return undefined
}

/** A number and its bits, most significant first. */
function show(x: OperandArray, i: number): string {
  const size = x.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(x.buffer, x.byteOffset + i * size, size)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).reverse()
  return `0x${hex.join('')} (${Object.is(x[i], -0) ? '-0' : x[i]})`
}
