import { changeFirst, withDeclared } from '../changed.ts'
import type { Fault } from '../fault.ts'

const item =
  '- Full batches instead of single points, because the order of the points is then no matter.'

const adds = (text: string) =>
  ({ path: 'README.md', replace: [item, `${item}\n- ${text}`] }) as const

const deviation = (text: string, what: RegExp): Fault => ({
  of: 'stub',
  edit: adds(text),
  finds: { what, path: 'README.md', on: text.slice(0, 20) },
})

const cannotConverge = (
  says: string,
  attempt: { arm: string; seeds: string } | null,
  what: RegExp,
): Fault => ({
  of: 'mnist-deep-mlp',
  says,
  change: (evidence) =>
    withDeclared(evidence, ({ deviations }) => ({
      deviations: changeFirst(
        deviations,
        ({ key }) => key === 'hiddenWidths',
        (one) => ({
          ...one,
          reason: 'five layers did not converge, so two are used',
          ...(attempt && { cannotConverge: attempt }),
        }),
      ),
    })),
  finds: { what, path: 'index.ts', on: "key: 'hiddenWidths'" },
})

export const faults: readonly Fault[] = [
  deviation(
    'Two hidden layers became one, since the deeper net would not train.',
    /the README documents no number of seeds/,
  ),
  deviation(
    'Six hidden layers did not\n  converge in 5 of 5 runs, so one is used.',
    /the README documents 5 seeds/,
  ),
  deviation(
    'The original architecture collapsed with 29 of 29 seeds (784-500-10); we use one layer.',
    /documents 29 seeds at it: at least 30/,
  ),
  cannotConverge(
    'the reason tells of a failure, and no arm tried',
    null,
    /declares no arm that tried it/,
  ),
  cannotConverge(
    'too few seeds',
    { arm: 'deformed', seeds: '0-4' },
    /5 seeds of deformed: at least 30/,
  ),
  cannotConverge(
    'no such arm',
    { arm: 'original', seeds: '0-29' },
    /the arm original, which there is not/,
  ),
  cannotConverge(
    'no records',
    { arm: 'deformed', seeds: '0-29' },
    /25 of the 30 seeds of deformed have no/,
  ),
]
