import { sectionsNamed } from '../../facts/document/sections.ts'
import { statementsOf } from '../../facts/document/statements.ts'
import { settingUnits, writtenSetting } from '../../numbers/written-settings.ts'
import type { Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-8',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'Every key of the headline configuration stands under Results with its value.',
  because: 'who reads a number must be able to tell what it was trained with',
  appliesTo: ['paper', 'declared-stub'],
  example: {
    passes: 'learning rate 1e-4, where the configuration has learningRate 0.0001',
    fails: 'a list of settings without the weight decay',
  },
  check: withPage('the settings under Results', (page, { declared }) => {
    const config = Object.entries(declared?.config ?? {})
    const lookedFor = `${config.length} keys, each with its value`
    if (config.length === 0) {
      const unproven = `${declared?.path ?? 'the folder'} gives no config`
      return { lookedFor, findings: [], unproven }
    }
    const sections = sectionsNamed(page, 'Results')
    const units = settingUnits(sections.flatMap(statementsOf))
    const findings = config.flatMap(([key, value]) => {
      const written = writtenSetting({ key, value }, units)
      if (written.state === 'given') return []
      const what =
        written.state === 'absent'
          ? `Results does not give ${key}, which is ${value}`
          : `Results gives ${written.stands} for ${key}, which is ${value}`
      const line = written.state === 'absent' ? sections[0]?.line : written.line
      return [{ what, at: { path: page.path, ...(line !== undefined && { line }) } }]
    })
    return { lookedFor, findings }
  }),
}
