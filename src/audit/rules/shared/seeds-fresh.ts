import { judge } from '../../../claims/judge.ts'
import type { JudgedClaim } from '../../../claims/judged-claim.ts'
import { formatSeeds } from '../../../claims/seeds.ts'
import { claimPlace } from '../../declared-line.ts'
import type { Evidence } from '../../evidence.ts'
import type { Finding } from '../../finding.ts'
import type { FreshRun } from '../../fresh-run.ts'
import { judgedAt, recordsOf } from '../../judged.ts'
import type { Rule } from '../../rule.ts'
import { runsFor } from '../../run-pairs.ts'

const lookedFor = 'the declared outcome on seeds that nobody chose'

export const rule: Rule = {
  clause: 'SEED-6',
  severity: 'SHOULD',
  says: 'A claim survives seeds that nobody chose.',
  because: 'five seeds that were tried beforehand can be five that work',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'declared replicates, and five fresh seeds of five favour it',
    fails: 'declared replicates, and on fresh seeds it is not replicated',
  },
  check(evidence) {
    const runs = runsFor(evidence, 'fresh seed')
    if (runs.length === 0) {
      const notApplicable = 'no fresh seeds were run (assay audit --fresh)'
      return { read: 'no run', lookedFor, findings: [], notApplicable }
    }
    const read = `${runs.length} runs on seeds ${formatSeeds(runs.map(({ seed }) => seed))}`
    const judged = onFreshSeeds(evidence, runs)
    const open = judged.filter(({ outcome, narrowed }) => narrowed || outcome === 'inconclusive')
    const findings = judged
      .filter((claim) => !open.includes(claim) && claim.outcome !== claim.declared)
      .map(({ id, declared, outcome, evidence: { reading } }): Finding => {
        const seeds = formatSeeds(seedsOf(runs, id))
        const what = `claim ${id} is declared ${declared}; on seeds ${seeds}, which nobody chose, it is ${outcome}: ${reading}`
        return { what, at: claimPlace(evidence, id) }
      })
    const unproven =
      judged.length === 0
        ? 'no claim is judged at the place of the fresh runs'
        : open.map(({ id, evidence: { reading } }) => `claim ${id}: ${reading}`).join('; ')
    return { read, lookedFor, findings, ...(unproven && { unproven }) }
  },
}

const seedsOf = (runs: readonly FreshRun[], claim: string) => [
  ...new Set(runs.filter(({ drawnFor }) => drawnFor?.claim === claim).map(({ seed }) => seed)),
]

/** Each claim by itself, at its place, as it would be judged had its fresh seeds been declared. */
function onFreshSeeds(evidence: Evidence, runs: readonly FreshRun[]): JudgedClaim[] {
  const { declared, subject } = evidence
  if (!declared || declared.faults.length > 0) return []
  const work = { slug: subject.name, metrics: declared.metrics }
  return declared.claims.flatMap((claim) => {
    const own = runs.filter(({ drawnFor }) => drawnFor?.claim === claim.id)
    const [where] = own.flatMap(({ drawnFor }) => drawnFor ?? [])
    const at = where && judgedAt({ where }, claim)
    if (!where || !at) return []
    const seeds = formatSeeds(seedsOf(runs, claim.id))
    const claims = [{ ...claim, judgedAt: [{ ...at, seeds }] }]
    const records = recordsOf(subject.name, own).map((record) => ({
      ...record,
      job: { ...record.job, dataset: where.dataset, preset: where.preset },
    }))
    return judge({ ...work, claims }, records, where)
  })
}
