import type { Fault } from '../fault.ts'

const seeds = (to: string, what: RegExp): Fault => ({
  of: 'declared-stub',
  edit: { path: 'assay.json', replace: ['"0-4"', `"${to}"`] },
  finds: { what, path: 'assay.json', line: 34 },
})

export const faults: readonly Fault[] = [
  seeds('0-4,3', /net-beats-line names seed 3 twice in "0-4,3"/),
  seeds('0-3', /is tested on 4 seeds, "0-3", and 5 are the least/),
  seeds('five', /has no seeds that can be read: The seeds "five" cannot be used/),
  seeds('4-0', /counts down from 4 to 0/),
  {
    of: 'mnist-deep-mlp',
    says: 'the headline is judged on one seed',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.map((claim) => ({
          ...claim,
          judgedAt: claim.judgedAt.map((at) => ({ ...at, seeds: '0' })),
        })),
      },
    }),
    finds: {
      what: /deformation-helps \(mnist, headline\) is tested on 1 seeds/,
      path: 'claims.ts',
    },
  },
]
