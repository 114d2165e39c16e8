/**
 * The first 32 fractional bits of the cube roots and square roots of the first primes (FIPS 180-4,
 * 4.2.2 and 5.3.3).
 */
const { constants, initial } = fromPrimes()

const block = 64

/**
 * sha256 of bytes that are added piece by piece (FIPS 180-4). Needed because the hash functions of
 * a browser are asynchronous.
 */
export function sha256() {
  const state = Uint32Array.from(initial)
  const words = new Uint32Array(block)
  const waiting = new Uint8Array(block)
  const view = new DataView(waiting.buffer)
  let filled = 0
  let length = 0

  function compress(source: DataView, from: number): void {
    for (let t = 0; t < 16; t++) words[t] = source.getUint32(from + 4 * t)
    for (let t = 16; t < 64; t++) {
      const [x, y] = [words[t - 15], words[t - 2]]
      const s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3)
      const s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10)
      words[t] = words[t - 16] + s0 + words[t - 7] + s1
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let t = 0; t < 64; t++) {
      const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[t] + words[t]) | 0
      const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] += a
    state[1] += b
    state[2] += c
    state[3] += d
    state[4] += e
    state[5] += f
    state[6] += g
    state[7] += h
  }

  return {
    update(bytes: Uint8Array): void {
      length += bytes.length
      let from = 0
      if (filled > 0) {
        from = Math.min(block - filled, bytes.length)
        waiting.set(bytes.subarray(0, from), filled)
        filled += from
        if (filled < block) return
        compress(view, 0)
        filled = 0
      }
      const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      for (; from + block <= bytes.length; from += block) compress(source, from)
      waiting.set(bytes.subarray(from))
      filled = bytes.length - from
    },
    /** The digest in lower-case hex. No bytes may be added afterwards. */
    finish(): string {
      waiting.fill(0, filled)
      waiting[filled] = 0x80
      if (filled >= block - 8) {
        compress(view, 0)
        waiting.fill(0)
      }
      view.setBigUint64(block - 8, BigInt(length) * 8n)
      compress(view, 0)
      return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
    },
  }
}

const rotated = (x: number, by: number) => (x >>> by) | (x << (32 - by))

/** Roots are computed on integers, because floating-point roots may differ between engines. */
function fromPrimes() {
  const primes: bigint[] = []
  for (let n = 2n; primes.length < 64; n++)
    if (primes.every((prime) => n % prime !== 0n)) primes.push(n)
  const fraction = (prime: bigint, degree: bigint) =>
    Number(root(prime << (32n * degree), degree) & 0xffffffffn)
  return {
    constants: Uint32Array.from(primes, (prime) => fraction(prime, 3n)),
    initial: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n)),
  }
}

/** The largest whole number whose power is no more than n. */
function root(n: bigint, degree: bigint): bigint {
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** degree <= n) low = middle
    else high = middle
  }
  return low
}
