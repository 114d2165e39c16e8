/**
 * A vertical axis: the position of a value, and the few values that are written beside the axis.
 */
export interface Scale {
  readonly ticks: readonly number[]
  /** The label of a tick, with the digits that its step needs. */
  label(tick: number): string
  /** Pixels from the top of the picture. */
  at(value: number): number
}

const mantissas = [1, 2, 2.5, 5]
const mostTicks = 5

/**
 * A scale over the values from `bottom` up to `top` (pixels, bottom > top), ending on round ticks.
 * Starts at 0 when the smallest value is less than half of the largest.
 */
export function scaleOver(values: readonly number[], bottom: number, top: number): Scale {
  const most = Math.max(...values)
  const least = Math.min(...values)
  const low = least >= 0 && least < most / 2 ? 0 : least
  const step = steps().find((candidate) => count(low, most, candidate) <= mostTicks)
  if (step === undefined) throw new RangeError(`no scale can show ${low} to ${most}`)
  const first = Math.floor(low / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
  const range = (last - first) * step
  const places = [0, 1, 2, 3].find((n) => Number(step.toFixed(n)) === step) ?? 4
  return {
    ticks,
    label: (tick) => tick.toFixed(places),
    at: (value) => bottom - ((value - first * step) / range) * (bottom - top),
  }
}

function count(low: number, high: number, step: number): number {
  return Math.max(1, Math.ceil(high / step) - Math.floor(low / step)) + 1
}

function steps(): number[] {
  const powers = [0.001, 0.01, 0.1, 1, 10, 100]
  return powers.flatMap((power) => mantissas.map((mantissa) => mantissa * power))
}
