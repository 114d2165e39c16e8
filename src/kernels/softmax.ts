import { exp } from './activations'
import { logarithm } from './logarithm'
import { restOf, loadFirst, storeFirst, VECTOR, wholeBytes } from './vectors'

// Rows are independent, so each pass runs over all rows before the next begins: the exponentials are
// then one long vector loop. The output holds what lies between the passes.

export function softmax<T extends number>(
  p: usize,
  logits: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  const row = classes * sizeof<T>()
  for (let i: usize = 0; i < rows; i++) {
    const z = logits + i * row
    shift<T>(p + i * row, z, largestActive<T>(z, active, classes), classes)
  }
  exp<T>(p, p, rows * classes)
  for (let i: usize = 0; i < rows; i++) {
    const e = p + i * row
    normalise<T>(e, sumActive<T>(e, active, classes), active, classes)
  }
}

export function softmaxCrossEntropy<T extends number>(
  dlogits: usize,
  losses: usize,
  logits: usize,
  labels: usize,
  active: usize,
  rows: usize,
  classes: usize,
): void {
  const row = classes * sizeof<T>()
  for (let i: usize = 0; i < rows; i++) {
    const z = logits + i * row
    const d = dlogits + i * row
    shift<T>(d, z, largestActive<T>(z, active, classes), classes)
    // z_label - max, until the logarithm of the sum is known.
    store<f64>(losses + i * 8, <f64>load<T>(d + labelOf(labels, i) * sizeof<T>()))
  }
  exp<T>(dlogits, dlogits, rows * classes)
  for (let i: usize = 0; i < rows; i++) {
    const e = dlogits + i * row
    const sum = sumActive<T>(e, active, classes)
    store<f64>(losses + i * 8, logarithm(<f64>sum) - load<f64>(losses + i * 8))
    normalise<T>(e, sum, active, classes)
    const label = labelOf(labels, i)
    const atLabel = e + label * sizeof<T>()
    if (load<u8>(active + label)) store<T>(atLabel, load<T>(atLabel) - <T>1)
  }
  divide<T>(dlogits, <T>rows, rows * classes)
}

// @ts-ignore: decorator
@inline
function labelOf(labels: usize, row: usize): usize {
  return <usize>load<i32>(labels + row * 4)
}

function largestActive<T extends number>(z: usize, active: usize, classes: usize): T {
  let largest: T = <T>-Infinity
  for (let c: usize = 0; c < classes; c++) {
    const value = load<T>(z + c * sizeof<T>())
    if (load<u8>(active + c) && value > largest) largest = value
  }
  return largest
}

function sumActive<T extends number>(e: usize, active: usize, classes: usize): T {
  let sum: T = <T>0
  for (let c: usize = 0; c < classes; c++) {
    if (load<u8>(active + c)) sum += load<T>(e + c * sizeof<T>())
  }
  return sum
}

function shift<T extends number>(to: usize, z: usize, largest: T, classes: usize): void {
  for (let c: usize = 0; c < classes; c++) {
    store<T>(to + c * sizeof<T>(), load<T>(z + c * sizeof<T>()) - largest)
  }
}

function normalise<T extends number>(e: usize, sum: T, active: usize, classes: usize): void {
  for (let c: usize = 0; c < classes; c++) {
    const at = e + c * sizeof<T>()
    store<T>(at, load<u8>(active + c) ? load<T>(at) / sum : <T>0)
  }
}

function divide<T extends number>(x: usize, divisor: T, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const divisors = v128.splat<T>(divisor)
  for (let i: usize = 0; i < whole; i += VECTOR) {
    v128.store(x + i, v128.div<T>(v128.load(x + i), divisors))
  }
  if (rest) storeFirst<T>(x + whole, v128.div<T>(loadFirst<T>(x + whole, rest), divisors), rest)
}
