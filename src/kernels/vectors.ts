import { stageArea } from './workspace'

// A vector is 16 bytes: four f32 lanes or two f64 lanes. Kernels are written once, generic over the
// dtype T; lanes run across independent outputs, so a lane's arithmetic is the scalar definition.

export const VECTOR: usize = 16

// @ts-ignore: decorator
@inline
export function lanes<T>(): usize {
  return VECTOR / sizeof<T>()
}

/** Bytes of the whole vectors among `length` elements. */
// @ts-ignore: decorator
@inline
export function wholeBytes<T>(length: usize): usize {
  return (length * sizeof<T>()) & ~(VECTOR - 1)
}

/** Elements left over after the whole vectors. */
// @ts-ignore: decorator
@inline
export function restOf<T>(length: usize): usize {
  return length & (lanes<T>() - 1)
}

/** The first `count` lanes from memory (0 < count < lanes), the others +0; reads nothing beyond. */
// @ts-ignore: decorator
@inline
export function loadFirst<T>(from: usize, count: usize): v128 {
  if (sizeof<T>() == 8) return v128.load_zero<f64>(from)
  let v = v128.load_zero<f32>(from)
  if (count > 1) v = v128.load_lane<f32>(from, v, 1, 4)
  if (count > 2) v = v128.load_lane<f32>(from, v, 2, 8)
  return v
}

/** Stores the first `count` lanes (0 < count < lanes) and touches nothing beyond. */
// @ts-ignore: decorator
@inline
export function storeFirst<T>(to: usize, v: v128, count: usize): void {
  if (sizeof<T>() == 8) {
    v128.store_lane<f64>(to, v, 0)
    return
  }
  v128.store_lane<f32>(to, v, 0)
  if (count > 1) v128.store_lane<f32>(to, v, 1, 4)
  if (count > 2) v128.store_lane<f32>(to, v, 2, 8)
}

// Where a kernel has several outputs, its last, partial vectors are staged: one slot an array.

/** Copies a partial vector into a slot, fills it up with +0, and returns the slot's address. */
// @ts-ignore: decorator
@inline
export function stage<T>(slot: usize, from: usize, count: usize): usize {
  v128.store(stageArea() + slot * VECTOR, loadFirst<T>(from, count))
  return stageArea() + slot * VECTOR
}

/** Copies a slot's first `count` lanes back. */
// @ts-ignore: decorator
@inline
export function unstage<T>(slot: usize, to: usize, count: usize): void {
  storeFirst<T>(to, v128.load(stageArea() + slot * VECTOR), count)
}
