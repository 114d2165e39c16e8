import type { Real } from '../dtype.ts'
import type { KernelsOf } from '../table/kernel.ts'
import type { winners } from '../table/winners.ts'

/** Local winner-take-all rounds nothing: it only chooses. */
export const winnerKernels: KernelsOf<typeof winners> = {
  lwta(y, x, block, length) {
    for (let start = 0; start < length; start += block) passWinner(y, x, x, start, block)
  },

  lwtaBackward(dx, dy, x, block, length) {
    for (let start = 0; start < length; start += block) passWinner(dx, dy, x, start, block)
  },
}

/** out = values at the winner of scores[start .. start + block), +0 at the others. */
function passWinner(out: Real, values: Real, scores: Real, start: number, block: number): void {
  const winner = winnerIn(scores, start, start + block)
  const value = values[winner]
  for (let i = start; i < start + block; i++) out[i] = 0
  out[winner] = value
}

function winnerIn(x: Real, start: number, end: number): number {
  let winner = start
  for (let i = start; i < end; i++) {
    if (Number.isNaN(x[i])) return i
    if (x[i] > x[winner]) winner = i
  }
  return winner
}
