import { sectionNames, sectionsNamed } from '../../facts/document/sections.ts'
import { saysNothing } from '../../facts/document/substance.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-3',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'No required section is empty.',
  because: 'a heading with nothing under it passes for an answer until somebody reads it',
  appliesTo: everySubject,
  example: {
    passes: '## Deviations, and under it "None."',
    fails: '## Deviations, and under it a comment, "TODO", or a table without rows',
  },
  check: withPage('the text of its sections', (page) => ({
    lookedFor: 'words, code, a picture or a filled row in each',
    findings: sectionNames
      .flatMap((name) => sectionsNamed(page, name).map((section) => ({ name, section })))
      .filter(({ section }) => saysNothing(section))
      .map(({ name, section: { line } }) => ({
        what: `the section ${name} is empty: write what belongs there, or that there is nothing to say`,
        at: { path: page.path, line },
      })),
  })),
}
