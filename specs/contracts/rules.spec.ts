import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/audit/evidence.ts'
import { recordedRuns } from '../../src/audit/facts/runs/recorded-runs.ts'
import type { Place } from '../../src/audit/finding.ts'
import type { FreshRuns } from '../../src/audit/fresh-run.ts'
import { readStub, type StubFolder, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { areas, loadRules } from '../../src/audit/rules.ts'
import { declaredBy } from '../../src/audit/stub/assay-json.ts'
import { runStubForAudit } from '../../src/audit/subjects/declared-folder.ts'
import { runStub } from '../../src/audit/subjects/stub-runs.ts'
import { editedInMemory, stubWith } from '../audit/broken-stub.ts'
import type { Edit, Fault } from '../audit/fault.ts'
import { paperEvidenceAtRest } from '../audit/paper-evidence.ts'
import { soundStub } from '../audit/sound-stub.ts'

const rules = await loadRules()
const faultsFolder = join(import.meta.dirname, '..', 'audit', 'faults')

async function faultsOf(name: string): Promise<readonly Fault[]> {
  const file = join(faultsFolder, `${name}.ts`)
  return existsSync(file) ? (await import(/* @vite-ignore */ file)).faults : []
}

type StubKind = 'stub' | 'declared-stub'

/** The sound stub of each kind, in a folder that stays: links are followed in it. */
const folders = {
  stub: stubWith([], { assayJson: false }),
  'declared-stub': stubWith([], { assayJson: true }),
}
afterAll(() => {
  for (const { dispose } of Object.values(folders)) dispose()
})
const stubs: Readonly<Record<StubKind, StubFolder>> = {
  stub: readStub(folders.stub.folder),
  'declared-stub': readStub(folders['declared-stub'].folder),
}
const soundRuns = (await runStubForAudit(soundStub)) as FreshRuns
const runsOf = { stub: null, 'declared-stub': soundRuns }
const sound: Readonly<Record<string, Evidence>> = {
  stub: stubEvidence(stubs.stub, null),
  'declared-stub': stubEvidence(stubs['declared-stub'], soundRuns),
}

const plainEvidence = async (of: string) => sound[of] ?? (await paperEvidenceAtRest(of))

/** The evidence of a folder with the edits in it. */
async function inFolder(
  edits: readonly Edit[],
  of: StubKind,
  gather: (stub: StubFolder) => Evidence | Promise<Evidence> = (stub) =>
    stubEvidence(stub, runsOf[of]),
): Promise<Evidence> {
  const { folder, dispose } = stubWith(edits, { assayJson: of === 'declared-stub' })
  try {
    return await gather(readStub(folder))
  } finally {
    dispose()
  }
}

const fewSteps: Edit = { path: 'train.mjs', replace: ['steps: 300', 'steps: 3'] }

/** The evidence with fresh runs of some arms, at some seeds; the other arms keep theirs. */
async function withFreshRuns(
  stub: StubFolder,
  runs: Readonly<Record<string, string>>,
): Promise<Evidence> {
  const { folder, name, assayJson, files } = stub
  if (!assayJson) throw new Error('there is no assay.json to run by')
  const declared = { ...declaredBy(assayJson, name), runs }
  const made = await runStub({
    ...{ folder, assayJson, declared, challenges: [], workers: 2 },
    withheld: [...new Set(recordedRuns(files).map(({ path }) => path))],
    found: null,
    signal: new AbortController().signal,
    onDone: () => {},
  })
  const others = soundRuns.runs.filter(({ arm }) => !(arm in runs))
  return stubEvidence(stub, { ...soundRuns, runs: [...made.map(({ run }) => run), ...others] })
}

async function brokenEvidence(fault: Fault, before: Evidence): Promise<Evidence> {
  if ('change' in fault) return fault.change(before)
  const { edit, of, runs } = fault
  const edits = fault.brief ? [edit, fewSteps] : [edit]
  if (runs) return inFolder(edits, of, (stub) => withFreshRuns(stub, runs))
  const edited = editedInMemory(stubs[of], edit)
  return edited ? stubEvidence(edited, runsOf[of]) : inFolder(edits, of)
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

  it('lie where it is said whom they are asked of: our papers alone, other folders alone, both', () => {
    for (const { name, folder, appliesTo } of rules) {
      const [ours, theirs] = [appliesTo.includes('paper'), appliesTo.includes('declared-stub')]
      expect(folder, name).toBe(ours && theirs ? 'shared' : ours ? 'own' : 'foreign')
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

describe('an edit in memory', () => {
  it.each<[string, StubKind, Edit]>([
    ['of the README', 'stub', { path: 'README.md', replace: ['](train.mjs)', '](gone.mjs)'] }],
    ['of a program', 'stub', { path: 'train.mjs', replace: ['steps: 300', 'steps: 299'] }],
    ['of assay.json', 'declared-stub', { path: 'assay.json', replace: ['"0-4"', '"0-5"'] }],
    ['that adds a file', 'declared-stub', { path: 'deep/down/a.py', write: 'x = 1\n' }],
    ['of a picture', 'declared-stub', { path: 'figures/accuracy.png', write: 'none' }],
  ])('%s gives the evidence of the edited folder', async (_, of, edit) => {
    const edited = editedInMemory(stubs[of], edit) as StubFolder
    expect(stubEvidence(edited, runsOf[of])).toEqual(await inFolder([edit], of))
  })
})

describe.each(rules)('$name ($clause)', (rule) => {
  it('passes what is sound, and finds each of its faults, in its place', async () => {
    const faults = await faultsOf(rule.name)
    expect(faults.length).toBeGreaterThan(0)
    const checked = new Set<Evidence>()
    for (const fault of faults) {
      const plain = await plainEvidence(fault.of)
      const before = 'given' in fault && fault.given ? fault.given(plain) : plain
      if (!checked.has(before)) {
        const { findings, unproven } = rule.check(before)
        expect({ findings, unproven }, fault.of).toEqual({ findings: [], unproven: undefined })
        checked.add(before)
      }
      const broken = await brokenEvidence(fault, before)
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
