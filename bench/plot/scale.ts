import { type Scale, scaleOver } from '../../src/docs/picture/scale.ts'

/** The largest value that is drawn without scaling. Larger ones are divided by a power of ten. */
const most = 1000

/** A scale from zero over any finite values that are not negative. */
export function scaleFromZero(values: readonly number[], bottom: number, top: number): Scale {
  const largest = Math.max(0, ...values)
  const unit = largest <= most ? 1 : 10 ** Math.ceil(Math.log10(largest / most))
  const scale = scaleOver([0, ...values.map((value) => value / unit)], bottom, top)
  if (unit === 1) return scale
  return {
    ticks: scale.ticks.map((tick) => tick * unit),
    label: (tick) => (tick < 1e4 ? tick.toFixed(0) : tick.toExponential(1)),
    at: (value) => scale.at(value / unit),
  }
}
