import type { Rule } from '../../rule.ts'
import { pairCheck } from '../../run-pairs.ts'

export const rule: Rule = {
  clause: 'RUN-4',
  severity: 'MUST',
  says: 'Two fresh processes with one seed give the same result.',
  because: 'a number that changes from run to run cannot be checked, only believed',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'seed 0 twice: 0.972 and 0.972',
    fails: 'seed 0 twice: 0.972 and 0.968, for the order of the data follows the clock',
  },
  check: (evidence) =>
    pairCheck(
      evidence,
      evidence.subject.kind === 'paper'
        ? ['glimpse', 'glimpse again']
        : ['declared', 'declared again'],
      {
        differ: 'two processes differ',
        lookedFor: 'the same metrics and digest from two processes',
      },
    ),
}
