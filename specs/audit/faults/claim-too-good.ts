import type { Fault } from '../fault.ts'

const readme = (
  of: 'stub' | 'declared-stub',
  from: string,
  to: string,
  what: RegExp,
  line: number,
): Fault => ({
  of,
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  readme(
    'stub',
    '**0.966**',
    '**0.980**',
    /^net: the error 2 % is below half of the paper's 5 %; say why/,
    37,
  ),
  readme('declared-stub', '**0.966**', '**100 %**', /^net: not a single error is left/, 38),
  readme(
    'stub',
    '| line | 0.61 | **0.618** |',
    '| test error | 0.35 % | 0.10 % |',
    /^test error: the error 0.1 % is below half of the paper's 0.35 %/,
    38,
  ),
  {
    of: 'declared-stub',
    edit: {
      path: 'assay.json',
      replace: ['"text": "0.95 against 0.61",', '"text": "0.92 against 0.61", "value": 0.92,'],
    },
    finds: {
      what: /claim net-beats-line, testAccuracy of net: the error 3.4 % is below half of the paper's 8 %/,
      path: 'assay.json',
      line: 30,
    },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'the paper reports 3 %',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.map((claim) =>
          claim.id === 'reported-test-error' && claim.paper
            ? { ...claim, paper: { ...claim.paper, value: 0.03 } }
            : claim,
        ),
      },
    }),
    finds: {
      what: /reported-test-error, testError of deformed: the error 1.33 % is below half/,
      path: 'claims.ts',
    },
  },
]
