import { sectionNamed } from '../../facts/document/sections.ts'
import { programsOf, sourcesRead } from '../../facts/program/program.ts'
import type { Rule } from '../../rule.ts'
import { unnamedSettings } from '../../settings/unnamed-settings.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FAITH-24',
  severity: 'SHOULD',
  says: 'The README names learning rate, epochs, batch size, hidden units and momentum of its headline, where its command has them.',
  because:
    'a result cannot be compared with another when what it was trained with stands only in the source',
  appliesTo: ['declared-stub', 'stub'],
  example: {
    passes: '“lr 0.05, momentum 0.9, batches of 64”',
    fails: 'train.py has --batch-size 64, and no word of batches in the README',
  },
  check: withPage('its words and numbers', (page, evidence) => {
    const unnamed = unnamedSettings(page, evidence)
    const [first] = unnamed
    const listed = unnamed
      .map(({ typed, value, path, line }) => `${typed} ${value} (${path}:${line})`)
      .join(', ')
    const line = sectionNamed(page, 'Results')?.line ?? first?.run.command.line ?? 1
    return {
      lookedFor: `settings of the headline's command (${sourcesRead(programsOf(evidence.files))})`,
      // What is left out together is one fault.
      findings: first
        ? [
            {
              what: `the headline's command (${page.path}:${first.run.command.line}) runs with ${listed}, and the README gives neither the name of the setting nor its value; put it under Results`,
              at: { path: page.path, line },
            },
          ]
        : [],
    }
  }),
}
