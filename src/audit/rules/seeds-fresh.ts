import { judge } from '../../claims/judge.ts'
import type { JudgedClaim } from '../../claims/judged-claim.ts'
import { formatSeeds } from '../../claims/seeds.ts'
import { claimPlace } from '../declared-line.ts'
import type { Evidence } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { judgedAt, recordsOf, stubPlace } from '../judged.ts'
import type { Rule } from '../rule.ts'
import { runsFor } from '../run-pairs.ts'

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
    const seeds = [...new Set(runs.map(({ seed }) => seed))]
    const read = `${runs.length} runs, seeds ${formatSeeds(seeds)}`
    const judged = onSeeds(evidence, formatSeeds(seeds))
    const open = judged.filter(({ outcome, narrowed }) => narrowed || outcome === 'inconclusive')
    const findings = judged
      .filter((claim) => !open.includes(claim) && claim.outcome !== claim.declared)
      .map(({ id, declared, outcome, evidence: { reading } }): Finding => {
        const what = `claim ${id} is declared ${declared}; on seeds ${formatSeeds(seeds)}, which nobody chose, it is ${outcome}: ${reading}`
        return { what, at: claimPlace(evidence, id) }
      })
    const unproven =
      judged.length === 0
        ? 'no claim is tested at the place of the fresh runs'
        : open.map(({ id, evidence: { reading } }) => `claim ${id}: ${reading}`).join('; ')
    return { read, lookedFor, findings, ...(unproven && { unproven }) }
  },
}

/** The tested claims of the headline, judged as they would be had these seeds been declared. */
function onSeeds(evidence: Evidence, seeds: string): JudgedClaim[] {
  const { declared, subject } = evidence
  if (!declared || declared.faults.length > 0) return []
  const claims = declared.claims.map((claim) => {
    const at = judgedAt({ where: stubPlace }, claim)
    return { ...claim, judgedAt: at ? [{ ...at, seeds }] : [] }
  })
  const work = { slug: subject.name, metrics: declared.metrics, claims }
  const records = recordsOf(subject.name, runsFor(evidence, 'fresh seed'))
  return judge(work, records, stubPlace).filter(
    ({ declared: expected, outcome }) => expected !== null && outcome !== 'not-attempted',
  )
}
