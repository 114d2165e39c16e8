import { describe, expect, it } from 'vitest'
import type { Causes } from '../../../src/audit/counterfactual/causes.ts'
import type { Evidence } from '../../../src/audit/evidence.ts'
import type { FreshRuns } from '../../../src/audit/fresh-run.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { runPaperCauses } from '../../../src/audit/subjects/own-causes.ts'
import { papers } from '../../../src/papers/index.ts'
import { paperEvidenceAtRest } from '../paper-evidence.ts'

const rules = (await loadRules()).filter(
  ({ clause, appliesTo }) => clause.startsWith('CAUSE') && appliesTo.includes('paper'),
)
const machine = { node: 'any', platform: 'any', arch: 'any', cpu: 'any', commit: null }

const withCauses = (evidence: Evidence, causes: Causes): Evidence => {
  const runs: FreshRuns = { machine, runs: [], causes }
  return { ...evidence, runs }
}

describe.each(papers)('$slug', (paper) => {
  it('depends on its training set alone, and is tested on its test set', async () => {
    const causes = await runPaperCauses({
      ...{ paper, most: 60, signal: new AbortController().signal },
      ...{ begins: () => {}, onDone: () => {} },
    })
    const evidence = withCauses(await paperEvidenceAtRest(paper.slug), causes)
    const checks = rules.map(({ check }) => check(evidence))
    expect(checks.flatMap(({ findings }) => findings.map(({ what }) => what))).toEqual([])
    expect(checks.flatMap(({ unproven }) => unproven ?? [])).toEqual([])
  })
})
