/**
 * The number of independent products, and of independent sums: enough to hide their latency, few
 * enough to stay in registers (15 with the constant; one is left for the compiler).
 */
const pairs = 7
const lanes = 4

/** Floating-point operations of one iteration of the loop below. */
export const operationsOfTurn = pairs * lanes * 2

const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b, func: 0x60, none: 0x40 } as const
const op = { loop: 0x03, end: 0x0b, branchIf: 0x0d, get: 0x20, set: 0x21, tee: 0x22 } as const
/** The constant 1, float32. */
const one = [0x43, 0, 0, 0x80, 0x3f]
const i32 = { const: 0x41, sub: 0x6b } as const
const f32x4 = {
  splat: [0xfd, 0x13],
  lane0: [0xfd, 0x1f, 0],
  add: [0xfd, 0xe4, 0x01],
  mul: [0xfd, 0xe6, 0x01],
} as const

const section = (id: number, ...content: number[]) => [id, ...leb(content.length), ...content]

/**
 * A wasm module with one function, `run(turns, x)`: products start at 1 and are multiplied by `x`,
 * sums start at 0 and `x` is added to them, in turn, only in registers. It returns one lane of the
 * sum of all. Every step needs the step before it and the result needs all steps, so that a
 * compiler cannot remove any.
 */
function peakModule(): Uint8Array<ArrayBuffer> {
  const [turns, x, xs, first] = [0, 1, 2, 3]
  const products = Array.from({ length: pairs }, (_, i) => first + 2 * i)
  const sums = products.map((at) => at + 1)
  const multiply = (at: number) => [op.get, at, op.get, xs, ...f32x4.mul, op.set, at]
  const add = (at: number) => [op.get, at, op.get, xs, ...f32x4.add, op.set, at]
  const body = [
    ...[1, ...leb(1 + 2 * pairs), type.v128],
    ...[op.get, x, ...f32x4.splat, op.set, xs],
    ...products.flatMap((at) => [...one, ...f32x4.splat, op.set, at]),
    ...[op.loop, type.none],
    ...products.flatMap((product, i) => [...multiply(product), ...add(sums[i])]),
    ...[op.get, turns, i32.const, 1, i32.sub, op.tee, turns, op.branchIf, 0, op.end],
    ...[...products, ...sums].flatMap((at, i) => [op.get, at, ...(i === 0 ? [] : f32x4.add)]),
    ...[...f32x4.lane0, op.end],
  ]
  const name = [...new TextEncoder().encode('run')]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, type.func, 2, type.i32, type.f32, 1, type.f32),
    ...section(3, 1, 0),
    ...section(7, 1, name.length, ...name, 0, 0),
    ...section(10, 1, ...leb(body.length), ...body),
  ])
}

/** Instantiates such a module and returns its `run`. */
export function instantiatePeak(): (turns: number, x: number) => number {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(peakModule()), {})
  return exports.run as ReturnType<typeof instantiatePeak>
}

/** An unsigned number in base 128, the lowest digits first. */
function leb(x: number): number[] {
  return x < 128 ? [x] : [(x & 127) | 128, ...leb(x >> 7)]
}
