import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/audit/evidence.ts'
import type { Place } from '../../src/audit/finding.ts'
import type { FreshRuns } from '../../src/audit/fresh-run.ts'
import { readStub, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { areas, loadRules } from '../../src/audit/rules.ts'
import { runStubForAudit } from '../../src/audit/subjects/declared-folder.ts'
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

async function soundEvidence(fault: Fault): Promise<Evidence> {
  const { of } = fault
  const plain = of === 'stub' || of === 'declared-stub' ? sound[of] : await paperEvidenceAtRest(of)
  return 'given' in fault && fault.given ? fault.given(plain) : plain
}

async function brokenEvidence(fault: Fault): Promise<Evidence> {
  if ('change' in fault) return fault.change(await soundEvidence(fault))
  return evidenceOf([fault.edit], fault.of, fault.runs ? undefined : soundRuns)
}

function textAt({ files }: Evidence, at: Place | undefined): string {
  const text = files.find(({ path }) => path === at?.path)?.text ?? ''
  return text.split('\n')[(at?.line ?? 0) - 1] ?? ''
}

describe('rules and clauses', () => {
  it('are one to one: no clause has two rules, and every area is one of the specification', () => {
    const clauses = rules.map(({ clause }) => clause)
    expect(clauses).toEqual([...new Set(clauses)])
    for (const clause of clauses)
      expect(clause).toMatch(new RegExp(`^(${Object.keys(areas).join('|')})-[1-9]\\d*$`))
  })

  it('each say what must hold, why, for whom, and show it by an example', () => {
    for (const { name, says, because, appliesTo, example } of rules) {
      expect(says, name).toMatch(/^[A-Z].*\.$/)
      expect(because, name).not.toBe('')
      expect(appliesTo.length, name).toBeGreaterThan(0)
      expect(example.passes, name).not.toBe(example.fails)
    }
  })

  it('have faults of their own, and no faults are without a rule', () => {
    const named = readdirSync(faultsFolder).map((file) => file.replace(/\.ts$/, ''))
    expect(named.sort()).toEqual(rules.map(({ name }) => name).sort())
  })
})

describe('the sound stub', () => {
  it.each(['declared-stub', 'stub'] as const)('has no finding, as %s', (of) => {
    const findings = rules
      .filter(({ appliesTo }) => appliesTo.includes(of))
      .flatMap((rule) => {
        const { findings, unproven } = rule.check(sound[of])
        return [...findings.map(({ what }) => what), ...(unproven ?? [])].map(
          (what) => `${rule.name}: ${what}`,
        )
      })
    expect(findings).toEqual([])
  })
})

describe.each(rules)('$name ($clause)', (rule) => {
  it('passes what is sound, and finds each of its faults, in its place', async () => {
    const faults = await faultsOf(rule.name)
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) {
      const before = rule.check(await soundEvidence(fault))
      expect({ findings: before.findings, unproven: before.unproven }, fault.of).toEqual({
        findings: [],
        unproven: undefined,
      })
      const broken = await brokenEvidence(fault)
      const { findings, unproven } = rule.check(broken)
      if ('unproven' in fault.finds) {
        expect({ findings, unproven }).toEqual({
          findings: [],
          unproven: expect.stringMatching(fault.finds.unproven),
        })
        continue
      }
      const { what, on, ...place } = fault.finds
      const found = findings.find((finding) => what.test(finding.what))
      expect(found?.what ?? findings.map((finding) => finding.what).join('; ')).toMatch(what)
      expect(found?.at).toMatchObject(place)
      if (on !== undefined) expect(textAt(broken, found?.at)).toContain(on)
    }
  })
})
