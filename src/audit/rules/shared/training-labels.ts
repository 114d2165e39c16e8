import { causesCheck, noticed } from '../../causes-check.ts'
import { fallOf, notAboveChance } from '../../counterfactual/falls-to-chance.ts'
import { runWith, testRates } from '../../counterfactual/rates.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CAUSE-2',
  severity: 'MUST',
  says: 'Without the training labels nothing is learned: permuted, they take the test result to chance.',
  because: 'what a net still knows without its training labels it has from somewhere else',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'with the training labels permuted, test accuracy is 0.11',
    fails: 'with the training labels permuted, test accuracy is 0.97 as before',
  },
  check: (evidence) =>
    causesCheck(evidence, {
      kinds: ['training labels permuted'],
      lookedFor: 'a test result at chance',
      unseen: (causes) => notAboveChance(causes, testRates(evidence.declared?.metrics ?? {})),
      ofArm(causes, plain) {
        const run = runWith(causes, plain.arm, 'training labels permuted')
        if (!run) return []
        return testRates(evidence.declared?.metrics ?? {}).flatMap((rate) => {
          const { state, words } = fallOf(causes, plain, run, rate)
          const what = `with the training labels permuted, ${words}: it does not come from the training labels`
          return state === 'stays' ? [noticed(evidence, run, what)] : []
        })
      },
    }),
}
