import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStub, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { runStubForAudit } from '../../src/audit/subjects/declared-folder.ts'
import { stubWith } from './broken-stub.ts'

const rules = await loadRules()
const sound = stubWith([], { assayJson: true })
const runs = await runStubForAudit(readStub(sound.folder))
sound.dispose()

describe.each(['html.md', 'prose.md'])('the sound stub with its README as %s', (name) => {
  const write = readFileSync(join(import.meta.dirname, 'readmes', name))
  const { folder, dispose } = stubWith([{ path: 'README.md', write }], { assayJson: true })
  const evidence = stubEvidence(readStub(folder), runs)
  dispose()

  it.each(rules)('passes $clause ($name)', (rule) => {
    if (!rule.appliesTo.includes('declared-stub')) return
    const { findings, unproven } = rule.check(evidence)
    expect({ findings, unproven }).toEqual({ findings: [], unproven: undefined })
  })
})
