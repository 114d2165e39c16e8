import type { Rule } from '../../rule.ts'
import { pairCheck } from '../../run-pairs.ts'

export const rule: Rule = {
  clause: 'RUN-5',
  severity: 'MUST',
  says: 'A run gives the same result in a pool of two workers.',
  because: 'seeds are run side by side, and one that sees its neighbour is another experiment',
  appliesTo: ['paper'],
  example: {
    passes: 'the same digest alone and beside another run',
    fails: 'a generator that two workers share',
  },
  check: (evidence) =>
    pairCheck(evidence, ['glimpse', 'two workers'], {
      differ: 'alone and in a pool of two workers it differs',
      lookedFor: 'the same metrics and digest alone and in a pool of two',
    }),
}
