/**
 * The largest errors of the functions, in units in the last place of the exact result (of a
 * subnormal result: in units of the smallest subnormal). float32: measured over every float32 with
 * 2^-13 <= |x| up to saturation (exp 0.9904 at 70.4031, tanh 1.3304 at 0.62831, sigmoid 2.4019 at
 * -4.15729), smaller arguments by samples. float64: the largest seen against 60-digit arithmetic on
 * samples that crowd the difficult places, rounded up.
 */
export const ulpBounds = {
  f32: { exp: 1, tanh: 1.34, sigmoid: 2.41 },
  f64: { exp: 1, tanh: 1.4, sigmoid: 2.5, log: 0.9, sin: 0.9, cos: 0.9 },
} as const
