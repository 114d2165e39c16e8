import { causesCheck, noticed } from '../../causes-check.ts'
import type { AlteredRun, Causes } from '../../counterfactual/causes.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'CAUSE-3',
  severity: 'SHOULD',
  says: 'Each setting changes the result, and the declared ones give the declared result.',
  because: 'an option that is read and never used makes every sweep over it a sweep over nothing',
  appliesTo: ['declared-stub'],
  example: {
    passes: '--learning-rate 0.27 instead of 0.3: test accuracy 0.913 instead of 0.919',
    fails: '--learning-rate 0.27 and 0.15 give what 0.3 gives, to the last digit',
  },
  check: (evidence) =>
    causesCheck(evidence, {
      kinds: ['setting'],
      lookedFor: 'another result with another setting',
      ofAll: (causes) => [...dead(evidence, causes), ...otherThanDeclared(evidence, causes)],
    }),
}

/** Settings that change nothing, in no arm, at no value that was tried. */
function dead(evidence: Evidence, causes: Causes): Finding[] {
  const runs = causes.runs.filter(
    ({ change, problem }) => change.kind === 'setting' && !change.isDeclared && problem === null,
  )
  return settingNames(runs).flatMap((name) => {
    const tried = runs.filter(({ change }) => change.kind === 'setting' && change.name === name)
    const isEverywhere = causes.unchanged.every(
      ({ arm }) => tried.filter((run) => run.arm === arm).length > 1,
    )
    if (!isEverywhere || tried.some(({ isSame }) => !isSame)) return []
    const values = [...new Set(tried.map(shownValue))].join(' and ')
    const what = `with ${name} ${values} instead of what it is, nothing that is printed or written changes: the setting is never used`
    return [noticed(evidence, tried[0], what)]
  })
}

const settingNames = (runs: readonly AlteredRun[]) => [
  ...new Set(runs.flatMap(({ change }) => (change.kind === 'setting' ? [change.name] : []))),
]

const shownValue = ({ change }: AlteredRun) => (change.kind === 'setting' ? change.value : '')

/** A setting passed as it is declared must give what the command gives without it. */
function otherThanDeclared(evidence: Evidence, causes: Causes): Finding[] {
  return causes.runs.flatMap((run) => {
    const { change, arm, metrics, problem, isSame } = run
    if (change.kind !== 'setting' || !change.isDeclared || problem !== null || isSame) return []
    const plain = causes.unchanged.find((one) => one.arm === arm)
    const [name] = Object.keys(metrics).filter((one) => plain?.metrics[one] !== metrics[one])
    const seen = name
      ? `${name} is ${metrics[name]} and not ${plain?.metrics[name]}`
      : 'the training is another one'
    const what = `with ${change.name} ${change.value}, as ${evidence.declared?.path ?? 'it'} declares it, ${seen}: the command runs with another value`
    return [noticed(evidence, run, what)]
  })
}
