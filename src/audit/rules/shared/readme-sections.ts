import { sectionNames, sectionsNamed } from '../../facts/document/sections.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-2',
  severity: 'MUST',
  forOthers: 'SHOULD',
  exceptForOthers: 'that a section comes twice is told under --pedantic',
  says: 'The README has the sections Problem, Files, Running, Results, Visualizations, Deviations and Open questions, each once.',
  because:
    'a reviewer compares reproductions section by section; what has no place in the README is not said',
  appliesTo: everySubject,
  example: {
    passes: '## Deviations from the original',
    fails: 'a README that goes from Results to Open questions',
  },
  check: withPage('its sections of the second level', (page) => {
    const findings = sectionNames.flatMap((name) => {
      const found = sectionsNamed(page, name)
      if (found.length === 1) return []
      if (found.length === 0)
        return [{ what: `there is no section ${name}`, at: { path: page.path } }]
      const lines = found.map(({ line }) => line)
      const what = `the section ${name} comes ${found.length} times, on lines ${lines.join(', ')}`
      return [{ what, at: { path: page.path, line: lines[1] }, forOthers: 'pedantic' as const }]
    })
    return { lookedFor: `${sectionNames.join(', ')}, or what people write for them`, findings }
  }),
}
