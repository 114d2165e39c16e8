import type { Fault } from '../fault.ts'

const edit = (from: string, to: string, what: RegExp, line: number): Fault => ({
  of: 'declared-stub',
  edit: { path: 'assay.json', replace: [from, to] },
  finds: { what, path: 'assay.json', line },
})

export const faults: readonly Fault[] = [
  edit(
    '"better": { "arm": "net"',
    '"better": { "arm": "nett"',
    /claim net-beats-line speaks of the arm nett, which is not declared; there are net, line/,
    26,
  ),
  edit(
    '"worse": { "arm": "line"',
    '"worse": { "arm": "net"',
    /net-beats-line: it holds a measure against itself/,
    26,
  ),
  edit('"0-4"', '"0-2"', /net-beats-line: .*it has 3 seeds, and 5 are the least/, 26),
  {
    of: 'mnist-deep-mlp',
    says: 'no claim is judged',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.map((claim) => ({ ...claim, judgedAt: [] })),
      },
    }),
    finds: { what: /^no claim is judged/, path: 'claims.ts' },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'a comparison is made without a word',
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
      what: /claim reported-test-error is not judged, and does not say why/,
      path: 'claims.ts',
      line: 28,
    },
  },
]
