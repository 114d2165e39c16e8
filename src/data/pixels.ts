/** The input value of each of the 256 grey levels, in float64; rounded once when it is stored. */
export type PixelScale = Float64Array

const levels = (of: (level: number) => number) =>
  Float64Array.from({ length: 256 }, (_, p) => of(p))

/** p / 255, in [0, 1]. */
export const unitPixels: PixelScale = levels((p) => p / 255)

/** 2 (p / 255) - 1, in [-1, 1]. */
export const signedPixels: PixelScale = levels((p) => 2 * (p / 255) - 1)
