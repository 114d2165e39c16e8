import type { Fault } from '../fault.ts'
import { withReadme } from '../with-readme.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: [
        '"declared": "replicates"',
        '"declared": "not-replicated", "because": "the generator is too coarse for so few hidden units"',
      ],
    },
    finds: {
      what: /net-beats-line, not-replicated, .*too coarse.* README says nothing like it/,
      path: 'README.md',
    },
  },
  {
    of: 'compete-to-compute',
    says: 'the README does not say why',
    change: withReadme(
      '**not replicated**: with 500 images a digit both arms forget little, and which forgets less is nearly a coin toss',
      '**not replicated**',
    ),
    finds: { what: /lwta-forgets-less, not-replicated, .*coin toss/, path: 'README.md' },
  },
  {
    of: 'compete-to-compute',
    says: 'the declaration does not say why',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.map((claim) => ({
          ...claim,
          judgedAt: claim.judgedAt.map(({ because: _, ...at }) => at),
        })),
      },
    }),
    finds: {
      what: /lwta-forgets-less, not-replicated, has no reason in its declaration/,
      path: 'claims.ts',
    },
  },
]
