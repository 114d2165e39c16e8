import { gradientTolerance, type TensorGradient } from '../../../src/nn/central-differences.ts'

const short = (value: number) => value.toExponential(0)

/** A sentence for each tensor whose gradient is not that of the forward pass; none when all are. */
export function faultsOf(what: string, checked: readonly TensorGradient[]): string[] {
  return checked.flatMap(({ tensor, error, step, entries, kinks, passes }) => {
    if (passes) return []
    const off = `off by ${error.toExponential(1)} of its largest entry (tolerance ${short(gradientTolerance)})`
    return `${what}: gradient of ${tensor} is ${off} at step ${short(step)}, ${kinks} of ${entries} entries at kinks`
  })
}
