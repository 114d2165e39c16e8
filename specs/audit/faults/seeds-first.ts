import type { Claim, JudgedAt } from '../../../src/claims/claim.ts'
import type { Fault } from '../fault.ts'

const slug = 'mnist-deep-mlp'

const claim = (says: string, what: RegExp, change: (claim: Claim) => Claim): Fault => ({
  of: slug,
  says,
  change: (evidence) => ({
    ...evidence,
    declared: evidence.declared && {
      ...evidence.declared,
      claims: evidence.declared.claims.map((one) =>
        one.id === 'deformation-helps' ? change(one) : one,
      ),
    },
  }),
  finds: { what, path: 'claims.ts' },
})

const at =
  (change: Partial<JudgedAt>) =>
  (one: Claim): Claim => ({
    ...one,
    judgedAt: one.judgedAt.map((place) => ({ ...place, ...change })),
  })

const first = /^claim deformation-helps \(MNIST, headline\): /.source

export const faults: readonly Fault[] = [
  claim(
    'a smaller effect will do',
    new RegExp(`${first}minimalEffect was 0.002 when .* is 0.0002 now`),
    (one) => (one.kind === 'ordering' ? { ...one, minimalEffect: 0.0002 } : one),
  ),
  claim(
    'the seeds were chosen anew',
    new RegExp(`${first}seeds was 0-4 .* is 5-9 now`),
    at({ seeds: '5-9' }),
  ),
  claim(
    'the expectation follows the result',
    new RegExp(`${first}declared was replicates .* is not-replicated now`),
    at({ declared: 'not-replicated', because: 'so it came out' }),
  ),
  claim(
    'it is judged no more',
    new RegExp(`${first}judged was on seeds 0-4 .* is absent now`),
    (one) => ({
      ...one,
      judgedAt: [],
    }),
  ),
  {
    of: slug,
    says: 'the claim is gone',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        claims: evidence.declared.claims.filter(({ id }) => id !== 'deformation-helps'),
      },
    }),
    finds: {
      what: /deformation-helps \(MNIST, headline\) was judged .* is declared no more/,
      path: 'golden/mnist-deep-mlp/mnist-headline.json',
    },
  },
]
