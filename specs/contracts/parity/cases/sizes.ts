import fc from 'fast-check'

/** Below, at and above whole vectors, empty included; now and then long enough for unrolled loops. */
export const length = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 21, max: 300 }) },
)

export const side = fc.integer({ min: 1, max: 70 })

/** Rates, momenta, factors: numbers that are rounded on entry. */
export const scalar = fc.oneof(
  fc.constantFrom(0, -0, 1, 0.1, 0.9, 0.999, 1e-8, -0.5, 1e-40, 3e38),
  fc.double({ min: -2, max: 2, noNaN: true }),
)

/** Whether an output is the same array as an input of its shape. */
export const inPlace = fc.boolean()
