import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: [
        '"declared": "replicates"',
        '"declared": "replicates",\n      "revised": "inconclusive was declared at first"',
      ],
    },
    finds: {
      what: /net-beats-line declares, replicates, was revised after its runs: inconclusive was declared at first/,
      path: 'assay.json',
      line: 36,
    },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'the expectation at quick was revised',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.map((claim) => ({
          ...claim,
          judgedAt: claim.judgedAt.map((at) =>
            at.preset === 'quick' ? { ...at, revised: 'from inconclusive' } : at,
          ),
        })),
      },
    }),
    finds: { what: /deformation-helps \(mnist, quick\) .* from inconclusive/, path: 'claims.ts' },
  },
]
