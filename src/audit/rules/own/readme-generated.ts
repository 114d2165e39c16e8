import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'README-7',
  severity: 'MUST',
  says: 'Generated blocks hold what declarations and records say.',
  because: 'a table that is edited by hand, or not made anew, tells of runs that are not there',
  appliesTo: ['paper'],
  example: {
    passes: 'the claims block as npm run docs writes it',
    fails: 'a median in it that was changed by hand',
  },
  check: ({ subject, stale }) => ({
    read: 'the generated blocks',
    lookedFor: 'what npm run docs would write',
    findings: stale.map((sentence) => {
      const [, whole, line, what] = /^([^:\n]+)(?::(\d+))?: ([\s\S]*)$/.exec(sentence) ?? []
      const folder = `src/papers/${subject.name}/`
      const path = whole?.startsWith(folder) ? whole.slice(folder.length) : (whole ?? 'README.md')
      return {
        what: (what ?? sentence).replace(/\s+/g, ' '),
        at: { path, ...(line && { line: Number(line) }) },
      }
    }),
  }),
}
