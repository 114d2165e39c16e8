import { exponentialOfModerate, horner } from './exponential'

// The vector form of numerics/functions/hyperbolic-tangent.ts. Both branches are computed, then selected.

// polynomialBelow, doubledHighest, then the coefficients, leading one first.
const TABLE_32: usize = memory.data<f32>([
  0.625, 20,
  -0.0057049887, 0.020639088, -0.053739715, 0.13331442, -0.3333328,
], 16)
const TABLE_64: usize = memory.data<f64>([
  0.625, 40,
  6.04246779079262e-6, -3.0187220216179033e-5, 9.155841266385616e-5, -0.00023701173155019311,
  0.0005894517998958803, -0.0014557259484482634, 0.0035921139999740884, -0.008863234312594809,
  0.021869488468717068, -0.053968253966059004, 0.13333333333329744, -0.33333333333333315,
], 16)

const COEFFICIENTS: usize = 2

// @ts-ignore: decorator
@inline
export function hyperbolicTangent<T extends number>(x: v128): v128 {
  const table = sizeof<T>() == 4 ? TABLE_32 : TABLE_64
  const a = v128.abs<T>(x)
  const far = v128.ge<T>(a, v128.load_splat<T>(table))
  const doubled = v128.pmin<T>(v128.load_splat<T>(table + sizeof<T>()), v128.add<T>(a, a))
  // NaN is not `far` and stays NaN in the polynomial.
  const y = v128.bitselect(
    fromExponential<T>(doubled),
    nearZero<T>(a, table + COEFFICIENTS * sizeof<T>()),
    far,
  )
  const sign = v128.splat<T>(<T>-0.0)
  return v128.or(y, v128.and(x, sign))
}

// @ts-ignore: decorator
@inline
function nearZero<T extends number>(a: v128, coefficients: usize): v128 {
  const z = v128.mul<T>(a, a)
  const q = horner<T>(z, coefficients, sizeof<T>() == 4 ? 5 : 12)
  return v128.add<T>(v128.mul<T>(v128.mul<T>(q, z), a), a)
}

// @ts-ignore: decorator
@inline
function fromExponential<T extends number>(doubled: v128): v128 {
  const one = v128.splat<T>(<T>1)
  const e = v128.add<T>(exponentialOfModerate<T>(doubled), one)
  return v128.sub<T>(one, v128.div<T>(v128.splat<T>(<T>2), e))
}
