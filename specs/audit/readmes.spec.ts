import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type StubFolder, stubEvidence } from '../../src/audit/gather/stub-evidence.ts'
import { loadRules } from '../../src/audit/rules.ts'
import { editedInMemory } from './broken-stub.ts'
import { withCauses } from './counterfactual/sound-causes.ts'
import { recordedAsFresh, soundStub } from './sound-stub.ts'

const rules = await loadRules()

describe.each(['html.md', 'prose.md'])('the sound stub with its README as %s', (name) => {
  const write = readFileSync(join(import.meta.dirname, 'readmes', name))
  const edited = editedInMemory(soundStub, { path: 'README.md', write }) as StubFolder
  const evidence = withCauses(stubEvidence(edited, recordedAsFresh))

  it.each(rules)('passes $clause ($name)', (rule) => {
    if (!rule.appliesTo.includes('declared-stub')) return
    const { findings, unproven } = rule.check(evidence)
    expect({ findings, unproven }).toEqual({ findings: [], unproven: undefined })
  })
})
