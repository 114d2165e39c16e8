import { causesCheck, noticed } from '../../causes-check.ts'
import type { Causes } from '../../counterfactual/causes.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CAUSE-7',
  severity: 'MUST',
  says: 'A result is computed: with another setting or other training labels it is another.',
  because: 'a program can print a result that it holds, a different one for each seed',
  appliesTo: ['declared-stub'],
  example: {
    passes: '5 epochs instead of 6: test accuracy 0.911 instead of 0.919',
    fails: 'whatever is changed, seed 0 gives 0.919, for a table in the source holds it',
  },
  check: (evidence) =>
    causesCheck(evidence, {
      kinds: ['setting', 'training labels permuted'],
      lookedFor: 'some change that changes the result',
      ofAll: (causes) => findingsOf(evidence, causes),
    }),
}

/** Fewer settings than this may all be without a part in the result. */
const enough = 3

function findingsOf(evidence: Evidence, causes: Causes): Finding[] {
  return causes.unchanged.flatMap(({ arm, metrics }) => {
    const tried = causes.runs.filter(
      ({ change, problem, ...run }) =>
        run.arm === arm &&
        problem === null &&
        (change.kind === 'training labels permuted' ||
          (change.kind === 'setting' && !change.isDeclared)),
    )
    const names = new Set(
      tried.map(({ change }) => (change.kind === 'setting' ? change.name : change.kind)),
    )
    if (names.size < enough || tried.some(({ isSame }) => !isSame)) return []
    const result = Object.entries(metrics)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
    const what = `${tried.length} runs with another ${[...names].join(', ')} all give ${result}: the result is stored, not computed`
    return [noticed(evidence, tried[0], what)]
  })
}
