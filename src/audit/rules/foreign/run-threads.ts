import type { Rule } from '../../rule.ts'
import { pairCheck } from '../../run-pairs.ts'

export const rule: Rule = {
  clause: 'RUN-6',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'One thread and two give the same result.',
  because:
    'libraries split sums by the number of threads, and another laptop then has another number',
  appliesTo: ['declared-stub'],
  example: {
    passes: 'OMP_NUM_THREADS=1 and =2: 0.972 and 0.972',
    fails: 'OMP_NUM_THREADS=1 and =2: 0.972 and 0.970',
  },
  check: (evidence) =>
    pairCheck(evidence, ['one thread', 'two threads'], {
      differ: 'one thread and two differ',
      lookedFor: 'the same metrics with one thread and with two',
    }),
}
