import { changeFirst, withDeclared, withProbes } from '../changed.ts'
import type { Fault } from '../fault.ts'

const breaks = (of: string, sentence: RegExp, seen: string, what: RegExp): Fault => ({
  of,
  says: `it does not hold that ${sentence.source}`,
  change: (evidence) =>
    withProbes(evidence, ({ mechanisms }) => ({
      mechanisms: changeFirst(
        mechanisms,
        ({ says }) => sentence.test(says),
        (one) => ({ ...one, holds: false, seen }),
      ),
    })),
  finds: { what, path: 'index.ts', on: 'mechanisms: [' },
})

export const faults: readonly Fault[] = [
  breaks(
    'highway-networks',
    /closed gate/,
    '0.8 apart at most',
    /highway-gate: .* closed gate passes x on.* 0\.8 apart/,
  ),
  breaks(
    'compete-to-compute',
    /tie/,
    '300 of 320 blocks',
    /a tie goes to the lowest index: 300 of 320/,
  ),
  breaks(
    'mnist-deep-mlp',
    /another has not/,
    'deformed, undeformed against no arm',
    /another has not: deformed, undeformed against no arm/,
  ),
  breaks(
    'mcdnn-image-bench',
    /mean of/,
    '0.2 apart at most',
    /mean of the 5 columns' probabilities: 0\.2/,
  ),
  {
    of: 'highway-networks',
    says: 'a mechanism is declared that nothing probed',
    change: (evidence) =>
      withDeclared(evidence, ({ mechanisms }) => ({ mechanisms: [...mechanisms, 'deformation'] })),
    finds: {
      what: /deformation is declared and was not probed/,
      path: 'index.ts',
      on: 'mechanisms: [',
    },
  },
]
