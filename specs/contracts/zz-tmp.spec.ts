import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Evidence } from '../../src/audit/evidence.ts'
import type { FreshRuns } from '../../src/audit/fresh-run.ts'
import { readStub, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { runStubForAudit } from '../../src/cli/audit/stub-audit.ts'
import { stubWith } from '../audit/broken-stub.ts'
import type { Fault } from '../audit/fault.ts'
import { paperEvidenceAtRest } from '../audit/paper-evidence.ts'

const rules = await loadRules()
const faultsFolder = join(import.meta.dirname, '..', 'audit', 'faults')

async function faultsOf(name: string): Promise<readonly Fault[]> {
  const file = join(faultsFolder, `${name}.ts`)
  return existsSync(file) ? (await import(/* @vite-ignore */ file)).faults : []
}

async function evidenceOf(
  edits: Parameters<typeof stubWith>[0],
  of: 'stub' | 'declared-stub',
  runs?: FreshRuns,
): Promise<Evidence> {
  const { folder, dispose } = stubWith(edits, { assayJson: of === 'declared-stub' })
  try {
    const stub = readStub(folder)
    if (of === 'stub') return stubEvidence(stub, null)
    return stubEvidence(stub, runs ?? (await runStubForAudit(stub)))
  } finally {
    dispose()
  }
}

const soundRuns = (await evidenceOf([], 'declared-stub')).runs as FreshRuns
const sound = {
  stub: await evidenceOf([], 'stub'),
  'declared-stub': await evidenceOf([], 'declared-stub', soundRuns),
}

const soundEvidence = async (of: string) =>
  of === 'stub' || of === 'declared-stub' ? sound[of] : paperEvidenceAtRest(of)

async function brokenEvidence(fault: Fault): Promise<Evidence> {
  if ('change' in fault) return fault.change(await soundEvidence(fault.of))
  return evidenceOf([fault.edit], fault.of, fault.runs ? undefined : soundRuns)
}

it('all', async () => {
  for (const rule of rules)
    for (const fault of await faultsOf(rule.name)) {
      const before = rule.check(await soundEvidence(fault.of))
      if (before.findings.length || before.unproven)
        console.log('UNSOUND', rule.name, fault.of, before.findings, before.unproven)
      const { what, ...place } = fault.finds
      const { findings } = rule.check(await brokenEvidence(fault))
      const found = findings.find((f) => what.test(f.what))
      const bad =
        !found ||
        found.at.path !== place.path ||
        (place.line !== undefined && found.at.line !== place.line)
      if (bad)
        console.log(
          'BAD',
          rule.name,
          'change' in fault ? fault.says : JSON.stringify(fault.edit).slice(0, 300),
          String(what),
          place,
          findings.map((f) => [f.what, f.at.path, f.at.line].join(' ')),
        )
    }
})
it('x', () => {
  expect(1).toBe(1)
})
