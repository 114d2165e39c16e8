import type { PaperGradients } from '../../audit/probing/gradient-checks.ts'
import { gradientTolerance } from '../../nn/central-differences.ts'
import type { Colours } from '../terminal.ts'
import { counted } from './figures.ts'
import { indented, table } from './layout.ts'

/** A row a parameter tensor, and the worst of each net. */
export function gradientText({ paper, cases }: PaperGradients, colours: Colours): string[] {
  return cases.flatMap(({ name, tensors }) => {
    const rows = tensors.map((one) => [
      one.tensor,
      one.error.toExponential(1),
      one.step.toExponential(0),
      String(one.entries),
      String(one.kinks),
      one.passes ? 'ok' : colours.red('FAILS'),
    ])
    const worst = tensors.reduce((most, one) => (one.error > most.error ? one : most))
    const failing = tensors.filter(({ passes }) => !passes).length
    const verdict =
      failing > 0
        ? colours.red(`${counted(failing, 'tensor')} of ${tensors.length} FAIL`)
        : colours.green(`all ${tensors.length} agree`)
    return [
      `${colours.bold(paper)}, ${name}: ${verdict}; worst ${worst.tensor}, ${worst.error.toExponential(1)} (at most ${gradientTolerance.toExponential(0)})`,
      '',
      ...indented(
        table(
          [
            { head: 'tensor' },
            { head: 'error', side: 'right' },
            { head: 'step', side: 'right' },
            { head: 'entries', side: 'right' },
            { head: 'kinks', side: 'right' },
            { head: '' },
          ],
          rows,
        ),
      ),
      '',
    ]
  })
}
