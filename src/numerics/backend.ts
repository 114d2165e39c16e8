import type { StreamState } from './stream.ts'

/** float32 is the dtype of every result; float64 serves gradient checks and `--set dtype=f64`. */
export type Dtype = 'f32' | 'f64'

/** A run of numbers of the backend's dtype, living in the backend's memory. */
export type Real = Float32Array | Float64Array

export type BackendName = 'wasm' | 'native' | 'reference'

/**
 * The arithmetic of every result, one method a kernel. `reference/` is the definition; every other
 * backend gives the same bits (specs/contracts/parity). In the formulas r(x) rounds to the dtype
 * after every single operation, written out as in src/numerics/README.md.
 *
 * Conventions: outputs first, sizes last; matrices are row-major; arrays come from the same
 * backend's memory and are at least as long as the sizes say (nothing is checked in the hot path).
 * An output may be the same array as an input of the same shape where the formula is elementwise;
 * otherwise outputs do not overlap inputs. Scalars are float64 and are rounded once on entry.
 */
export interface Kernels {
  /**
   * c[i*n + j] = fold over k ascending of r(acc + r(a[i*aRow + k*aColumn] * b[k*bRow + j*bColumn])),
   * from +0, or from the present c when `accumulate`. Strides count elements, so one kernel serves
   * A B, transposed A B and A transposed B. c is m x n, dense.
   */
  matmul(
    c: Real,
    a: Real,
    b: Real,
    accumulate: boolean,
    aRow: number,
    aColumn: number,
    bRow: number,
    bColumn: number,
    m: number,
    n: number,
    k: number,
  ): void

  /** y[i,j] = r(y[i,j] + bias[j]) */
  addBias(y: Real, bias: Real, rows: number, columns: number): void
  /** out[j] = fold over rows ascending of r(acc + x[i,j]), from +0 */
  columnSums(out: Real, x: Real, rows: number, columns: number): void

  /** y = e^x */
  exp(y: Real, x: Real, length: number): void
  /** y = tanh x */
  tanh(y: Real, x: Real, length: number): void
  /** dx = r(dy * r(1 - r(y*y))) */
  tanhBackward(dx: Real, dy: Real, y: Real, length: number): void
  /** y = 1 / (1 + e^-x) */
  sigmoid(y: Real, x: Real, length: number): void
  /** dx = r(dy * r(y * r(1 - y))) */
  sigmoidBackward(dx: Real, dy: Real, y: Real, length: number): void
  /** y = x < 0 ? 0 : x, so NaN stays NaN and -0 stays -0 */
  relu(y: Real, x: Real, length: number): void
  /** dx = x > 0 ? dy : +0 */
  reluBackward(dx: Real, dy: Real, x: Real, length: number): void

  /**
   * Local winner-take-all: in each block of `block` neighbours only the winner passes, the others are
   * +0. The winner is the largest, ties to the lowest index; a NaN beats every number (the first NaN
   * wins), so that divergence is not hidden. `length` is a multiple of `block`.
   */
  lwta(y: Real, x: Real, block: number, length: number): void
  /** dx = dy at each block's winner (found again from the pre-activations x), +0 elsewhere */
  lwtaBackward(dx: Real, dy: Real, x: Real, block: number, length: number): void

  /** Highway, eq. 3: y = r(r(h*t) + r(x * r(1 - t))) */
  highwayGate(y: Real, h: Real, t: Real, x: Real, length: number): void
  /** dh = r(dy*t), dt = r(dy * r(h - x)), carry = r(dy * r(1 - t)) */
  highwayGateBackward(
    dh: Real,
    dt: Real,
    carry: Real,
    dy: Real,
    h: Real,
    t: Real,
    x: Real,
    length: number,
  ): void

  /**
   * Softmax over the active classes (`active[c]` is 1; masked classes are skipped and get +0):
   * max ascending, e_c = exp(r(z_c - max)), s = ascending sum from +0, p_c = r(e_c / s).
   */
  softmax(p: Real, logits: Real, active: Uint8Array, rows: number, classes: number): void
  /**
   * dlogits_c = r(r(p_c - y_c) / B) with B = rows, +0 for masked classes, and for each row
   * loss = log(s) - (z_label - max), where s and r(z_label - max) are widened to float64 and log and
   * the subtraction are float64. `losses` holds one float64 a row.
   */
  softmaxCrossEntropy(
    dlogits: Real,
    losses: Float64Array,
    logits: Real,
    labels: Int32Array,
    active: Uint8Array,
    rows: number,
    classes: number,
  ): void

  /**
   * Sum of squares in float64: blocks of 4096 elements; in each, four partial sums by i mod 4, from
   * +0, ascending, joined as (s0 + s2) + (s1 + s3); blocks added ascending to +0.
   */
  squaredNorm(x: Real, length: number): number

  /** y = table[code], the table holding a number for each of the 256 codes */
  lookUp(y: Real, codes: Uint8Array, table: Real, length: number): void
  /** x = value */
  fill(x: Real, value: number, length: number): void
  /**
   * x[i] = r(low + (high - low) * u) in float64, rounded once, u the stream's next draws in order;
   * the stream's state is advanced in place by `length` draws.
   */
  fillUniform(x: Real, state: StreamState, low: number, high: number, length: number): void
  /** y = r(y + x) */
  add(y: Real, x: Real, length: number): void
  /** x = r(s * x) */
  scale(x: Real, s: number, length: number): void
  /** y = r(y + r(s * x)): coupled weight decay, and whatever else adds a multiple */
  addScaled(y: Real, x: Real, s: number, length: number): void

  /** w = r(w - r(lr*g)) */
  sgd(w: Real, g: Real, learningRate: number, length: number): void
  /** v = r(r(mu*v) + g); w = r(w - r(lr*v)) */
  heavyBall(w: Real, v: Real, g: Real, learningRate: number, momentum: number, length: number): void
  /** v = r(r(mu*v) + g); w = r(w - r(lr * r(g + r(mu*v)))) */
  nesterov(w: Real, v: Real, g: Real, learningRate: number, momentum: number, length: number): void
  /** With the rate inside v: s = r(lr*g); v = r(r(mu*v) - s); w = r(w + r(r(mu*v) - s)) */
  nesterovRateInVelocity(
    w: Real,
    v: Real,
    g: Real,
    learningRate: number,
    momentum: number,
    length: number,
  ): void
  /**
   * m = r(r(b1*m) + r((1-b1)*g)); v = r(r(b2*v) + r((1-b2) * r(g*g)));
   * w = r(w - r(r(lr * r(m/c1)) / r(r(sqrt(r(v/c2))) + eps))).
   * 1-b1 and 1-b2 are taken in float64; c1 = 1 - b1^t and c2 = 1 - b2^t come in as float64.
   */
  adam(
    w: Real,
    m: Real,
    v: Real,
    g: Real,
    learningRate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    correction1: number,
    correction2: number,
    length: number,
  ): void

  /**
   * Elastic displacement: each of `count` fields of side x side is smoothed by the separable `taps`
   * (2*radius + 1 of them, edges repeated), along rows first, then along columns, each output a fold
   * over taps ascending from +0, and last r(amplitude * smoothed).
   */
  smoothFields(
    out: Real,
    fields: Real,
    taps: Real,
    amplitude: number,
    count: number,
    side: number,
    radius: number,
  ): void
  /**
   * Inverse warp with bilinear sampling; pixels outside an image are 0. For output pixel (row i,
   * column j) of image q, with u = j - (side-1)/2, v = i - (side-1)/2, affine[q*6..] = [a, b, c, d, e, f]
   * and displacement[q] = two fields, x then y:
   *   sx = r(r(r(r(a*u) + r(b*v)) + c) + dx), sy = r(r(r(r(d*u) + r(e*v)) + f) + dy),
   *   x0 = floor(sx), fx = r(sx - x0), likewise y0, fy,
   *   top = r(p00 + r(fx * r(p01 - p00))), bottom = r(p10 + r(fx * r(p11 - p10))),
   *   out = r(top + r(fy * r(bottom - top))), with p01 the neighbour at x0 + 1 and p10 at y0 + 1.
   * A source point with sx <= -1, sy <= -1, sx >= side or sy >= side, or NaN, gives +0.
   */
  warp(out: Real, images: Real, affine: Real, displacement: Real, count: number, side: number): void
}

export type KernelName = keyof Kernels

/** Memory of the backend. What is allocated is zero, 64-byte aligned, and lives as long as the backend. */
export interface Memory {
  reals(length: number): Real
  doubles(length: number): Float64Array
  indices(length: number): Int32Array
  bytes(length: number): Uint8Array
}

export interface Backend extends Kernels, Memory {
  readonly name: BackendName
  readonly dtype: Dtype
  /** Threads that share out each call; the bits do not depend on it. */
  readonly threads: number
  /** Ends the threads. The backend is not used afterwards; its arrays stay. */
  close(): void
}
