import type { Claim } from '../../../claims/claim.ts'
import { measuresOf } from '../../../claims/measures.ts'
import { noticed } from '../../causes-check.ts'
import type { AlteredRun, Causes } from '../../counterfactual/causes.ts'
import type { Evidence } from '../../evidence.ts'
import { sectionNamed } from '../../facts/document/sections.ts'
import { deviationItems } from '../../facts/said/deviation-items.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'

const lookedFor = 'the same epochs, updates and images in the arms of a claim'

export const rule: Rule = {
  clause: 'CAUSE-5',
  severity: 'SHOULD',
  says: 'Arms that are compared train equally long, or the difference stands among the deviations.',
  because: 'a baseline that was trained for a tenth of the time loses for that reason',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'net and line both train for 6 epochs',
    fails: 'net trains for 6 epochs, line for 1, and no deviation says so',
  },
  check(evidence) {
    const causes = evidence.runs?.causes
    if (!causes) {
      const unproven = evidence.runs ? 'no counterfactual runs were made' : 'nothing was run'
      return { read: 'no run', lookedFor, findings: [], unproven }
    }
    const pairs = (evidence.declared?.claims ?? []).flatMap(comparedArms)
    const read = `${causes.unchanged.length} arms, ${pairs.length} comparisons`
    if (pairs.length === 0)
      return { read, lookedFor, findings: [], notApplicable: 'no claim compares two arms' }
    const findings = pairs
      .filter((pair) => !isDeviation(evidence, pair))
      .flatMap((pair) => [
        ...saidEfforts(evidence, causes, pair),
        ...idleEfforts(evidence, causes, pair),
      ])
    return { read, lookedFor, findings }
  },
}

type Pair = readonly [string, string]

/** The arms that a claim compares, each pair once. */
function comparedArms(claim: Claim, at: number, claims: readonly Claim[]): Pair[] {
  const pair = (one: Claim) => measuresOf(one).map(({ arm }) => arm)
  const [first, second] = pair(claim)
  const isFirst = claims.findIndex((one) => pair(one).join() === pair(claim).join()) === at
  return second !== undefined && first !== second && isFirst ? [[first, second]] : []
}

/** Whether one of the README's deviations says that these arms are not trained alike. */
function isDeviation({ readme, subject }: Evidence, pair: Pair): boolean {
  if (readme.state !== 'read' || subject.kind === 'paper') return false
  const section = sectionNamed(readme.page, 'Deviations')
  const items = section ? deviationItems(section) : []
  return items.some(
    ({ text }) =>
      pair.some((arm) => text.includes(arm)) &&
      /epoch|step|update|iteration|images|longer|shorter/i.test(text),
  )
}

/** Epochs, updates or images that two arms said that they made, and that differ. */
function saidEfforts(evidence: Evidence, causes: Causes, [one, other]: Pair): Finding[] {
  const [first, second] = [one, other].map((name) =>
    causes.unchanged.find(({ arm }) => arm === name),
  )
  if (!first || !second) return []
  const isMetric = (name: string) =>
    Object.keys(evidence.declared?.metrics ?? {}).some((metric) =>
      metric.toLowerCase().includes(name),
    )
  return Object.entries(first.effort).flatMap(([name, count]) => {
    const others = second.effort[name]
    if (others === undefined || others === count || isMetric(name)) return []
    const what = `${one} trains for ${count} ${name}s and ${other} for ${others}, and no deviation says so`
    return [{ what, at: { path: evidence.declared?.path ?? '' } }]
  })
}

/** Settings that say how long an arm trains. */
const effort = /epoch|step|iter|update|train.?(images|examples|size|samples)/i

/** Such a setting that changes one of two arms and not the other. */
function idleEfforts(evidence: Evidence, causes: Causes, pair: Pair): Finding[] {
  const of = (arm: string) =>
    causes.runs.filter(
      ({ change, problem, ...run }) =>
        run.arm === arm &&
        change.kind === 'setting' &&
        !change.isDeclared &&
        problem === null &&
        effort.test(change.name),
    )
  const name = ({ change }: AlteredRun) => (change.kind === 'setting' ? change.name : '')
  return [pair, [pair[1], pair[0]] as const].flatMap(([one, other]) => {
    const idle = of(one).filter(
      (run) =>
        of(one).filter((same) => name(same) === name(run)).length > 1 &&
        of(one).every((same) => name(same) !== name(run) || same.isSame) &&
        of(other).some((same) => name(same) === name(run) && !same.isSame),
    )
    return idle.slice(0, 1).map((run) => {
      const what = `${name(run)} changes how ${other} trains and nothing in ${one}: they do not train for the same time, and no deviation says so`
      return noticed(evidence, run, what)
    })
  })
}
