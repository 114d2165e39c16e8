import { formatSeeds } from '../../../claims/seeds.ts'
import { causesCheck, noticed } from '../../causes-check.ts'
import { pText } from '../../counterfactual/binomial-tail.ts'
import type { AlteredRun, Causes } from '../../counterfactual/causes.ts'
import { rankSumTest } from '../../counterfactual/rank-sum.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { Rule } from '../../rule.ts'
import { runsFor } from '../../run-pairs.ts'

/** Below this the declared seeds are not like their neighbours. */
const sure = 0.005
const most = 10

export const rule: Rule = {
  clause: 'CAUSE-4',
  severity: 'SHOULD',
  says: 'The declared seeds are no better than their neighbours, and the neighbours run.',
  because: 'five seeds that were chosen among fifty show how well one can choose',
  appliesTo: ['declared-stub'],
  example: {
    passes: 'seeds 0-4: median 0.91; seeds 5-12: median 0.92',
    fails: 'seeds 3, 8, 14, 21 and 40 are above each of eight others, p = 0.00078',
  },
  check: (evidence) =>
    causesCheck(evidence, {
      kinds: ['neighbouring seed'],
      lookedFor: 'results like those of the declared seeds',
      ofArm: (causes, { arm }) => {
        const runs = causes.runs.filter(
          (run) => run.arm === arm && run.change.kind === 'neighbouring seed',
        )
        return [...refused(evidence, runs), ...picked(evidence, causes, arm, runs)]
      },
    }),
}

/** Seeds that the program does not take, though it takes the declared ones. */
function refused(evidence: Evidence, runs: readonly AlteredRun[]): Finding[] {
  const broken = runs.filter(({ problem }) => problem !== null && !/was stopped/.test(problem))
  if (broken.length === 0) return []
  const seeds = formatSeeds(broken.map(({ seed }) => seed))
  const what = `with seeds ${seeds}, which nobody declared, it gives no result (${broken[0].problem}), though it does with the declared ones`
  return [noticed(evidence, broken[0], what)]
}

function picked(
  evidence: Evidence,
  _causes: Causes,
  arm: string,
  runs: readonly AlteredRun[],
): Finding[] {
  const declared = runsFor(evidence, 'declared')
    .filter((run) => run.arm === arm && run.problem === null)
    .slice(0, most)
  const fresh = runs.filter(({ problem }) => problem === null)
  if (declared.length < 3 || fresh.length < 3) return []
  return Object.entries(evidence.declared?.metrics ?? {}).flatMap(([name, { label, better }]) => {
    const sign = better === 'higher' ? 1 : -1
    const values = (list: readonly { readonly metrics: Readonly<Record<string, number>> }[]) =>
      list.map(({ metrics }) => metrics[name])
    const [own, others] = [values(declared), values(fresh)]
    const p = rankSumTest(
      own.map((value) => sign * value),
      others.map((value) => sign * value),
    )
    if (!(p < sure)) return []
    const what = `${label} is better on the declared seeds ${formatSeeds(declared.map(({ seed }) => seed))} (${own.join(', ')}) than on seeds ${formatSeeds(fresh.map(({ seed }) => seed))}, which nobody chose (${others.join(', ')}), exact ${pText(p)}: the seeds were picked`
    return [noticed(evidence, fresh[0], what)]
  })
}
