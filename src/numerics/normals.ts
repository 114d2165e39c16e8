import type { Real } from './backend.ts'
import { cos, log, sin } from './functions/index.ts'
import type { Stream } from './stream.ts'

const twoPi = 6.283185307179586

/**
 * x = standardDeviation * z, rounded once on store, for z ~ N(0, 1) in row-major order.
 * Box-Muller in float64, a pair from each two draws u1, u2: rho = sqrt(-2 log(1 - u1)),
 * theta = 2 pi u2, z0 = rho cos theta, z1 = rho sin theta. 1 - u1 is never 0, so every z is finite.
 * An odd length drops the last z1; its pair still takes two draws.
 */
export function fillNormal(
  x: Real,
  stream: Stream,
  standardDeviation: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 2) {
    const rho = Math.sqrt(-2 * log(1 - stream.next()))
    const theta = twoPi * stream.next()
    x[i] = standardDeviation * (rho * cos(theta))
    if (i + 1 < length) x[i + 1] = standardDeviation * (rho * sin(theta))
  }
}
