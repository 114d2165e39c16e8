import { describe, expect, it } from 'vitest'
import type { Causes } from '../../../src/audit/counterfactual/causes.ts'
import type { Evidence } from '../../../src/audit/evidence.ts'
import type { FreshRuns } from '../../../src/audit/fresh-run.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { claimedArms, runPaperCauses } from '../../../src/audit/subjects/own-causes.ts'
import { paperEvidence } from '../../../src/audit/subjects/paper-evidence.ts'
import { papers } from '../../../src/papers/index.ts'
import { commandFault } from '../paper-evidence.ts'

const rules = (await loadRules()).filter(
  ({ clause, appliesTo }) => clause.startsWith('CAUSE') && appliesTo.includes('paper'),
)
const machine = { node: 'any', platform: 'any', arch: 'any', cpu: 'any', commit: null }

const withCauses = (evidence: Evidence, causes: Causes): Evidence => {
  const runs: FreshRuns = { machine, runs: [], causes }
  return { ...evidence, runs }
}

describe('a paper of ours', () => {
  it('is asked about the arms that its first comparing claim compares', () => {
    expect(papers.map((paper) => claimedArms(paper).join(' and '))).toEqual([
      'deformed and undeformed',
      'column',
      'lwta and relu',
      'highway and plain',
    ])
  })

  it('depends on its training set alone, and is tested on its test set', async () => {
    const paper = papers.find(({ slug }) => slug === 'mcdnn-image-bench')!
    const causes = await runPaperCauses({
      ...{ paper, most: 2, signal: new AbortController().signal },
      ...{ begins: () => {}, onDone: () => {} },
    })
    expect(causes.runs.map(({ problem }) => problem)).toEqual(causes.runs.map(() => null))
    const evidence = withCauses(
      await paperEvidence(paper, { runs: null, probes: null }, commandFault),
      causes,
    )
    const checks = rules.map(({ clause, check }) => ({ clause, ...check(evidence) }))
    expect(
      checks.map(({ clause, findings, unproven, notApplicable }) => [
        clause,
        findings.map(({ what }) => what).join() || unproven || notApplicable || 'passes',
      ]),
    ).toEqual([
      ['CAUSE-1', 'passes'],
      ['CAUSE-2', 'passes'],
      ['CAUSE-5', 'no claim compares two arms'],
    ])
  })
})
