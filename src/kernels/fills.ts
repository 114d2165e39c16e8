import { restOf, storeFirst, VECTOR, wholeBytes } from './vectors'

export function fill<T extends number>(x: usize, value: f64, length: usize): void {
  const whole = wholeBytes<T>(length)
  const rest = restOf<T>(length)
  const values = v128.splat<T>(<T>value)
  for (let i: usize = 0; i < whole; i += VECTOR) v128.store(x + i, values)
  if (rest) storeFirst<T>(x + whole, values, rest)
}

/** y[i] = table[codes[i]], codes being bytes. */
export function lookUp<T extends number>(y: usize, codes: usize, table: usize, length: usize): void {
  const fours = codes + (length & ~3)
  const end = codes + length
  while (codes < fours) {
    const four = load<u32>(codes)
    store<T>(y, load<T>(table + (four & 0xff) * sizeof<T>()))
    store<T>(y, load<T>(table + ((four >> 8) & 0xff) * sizeof<T>()), sizeof<T>())
    store<T>(y, load<T>(table + ((four >> 16) & 0xff) * sizeof<T>()), 2 * sizeof<T>())
    store<T>(y, load<T>(table + (four >> 24) * sizeof<T>()), 3 * sizeof<T>())
    codes += 4
    y += 4 * sizeof<T>()
  }
  for (; codes < end; codes++, y += sizeof<T>()) {
    store<T>(y, load<T>(table + <usize>load<u8>(codes) * sizeof<T>()))
  }
}

const TWO_TO_32: f64 = 4294967296

/**
 * x[i] = r(low + (high - low) * u), u by Alea's recurrence (numerics/stream.ts). `state` holds s0, s1,
 * s2 and c as float64. Each s is a whole number over 2^32, so the recurrence is done on whole numbers:
 * its products stay below 2^53, where float64 would be exact too, and the chain is much shorter.
 */
export function fillUniform<T extends number>(
  x: usize,
  state: usize,
  low: f64,
  high: f64,
  length: usize,
): void {
  const range = high - low
  let k0 = <u64>(load<f64>(state) * TWO_TO_32)
  let k1 = <u64>(load<f64>(state, 8) * TWO_TO_32)
  let k2 = <u64>(load<f64>(state, 16) * TWO_TO_32)
  let c = <u64>load<f64>(state, 24)
  for (const end = x + length * sizeof<T>(); x < end; x += sizeof<T>()) {
    const t = 2091639 * k0 + c
    k0 = k1
    k1 = k2
    k2 = t & 0xffffffff
    c = t >> 32
    store<T>(x, <T>(low + range * (<f64>k2 / TWO_TO_32)))
  }
  store<f64>(state, <f64>k0 / TWO_TO_32)
  store<f64>(state, <f64>k1 / TWO_TO_32, 8)
  store<f64>(state, <f64>k2 / TWO_TO_32, 16)
  store<f64>(state, <f64>c, 24)
}
