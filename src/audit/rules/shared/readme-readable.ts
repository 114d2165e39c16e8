import { everySubject, type Rule } from '../../rule.ts'

export const rule: Rule = {
  clause: 'README-1',
  severity: 'MUST',
  says: 'The folder has a README.md that is a file, is Markdown, and can be read.',
  because: 'everything else that is asked of a reproduction is read there first',
  appliesTo: everySubject,
  example: { passes: 'README.md, 9 kB', fails: 'a folder named README.md, or one of 50 MB' },
  check({ readme }) {
    const path = readme.state === 'read' ? readme.page.path : readme.path
    const lookedFor = 'a Markdown file of reasonable size and depth'
    const findings =
      readme.state === 'read' ? [] : [{ what: `${path} ${readme.why}`, at: { path } }]
    return { read: path, lookedFor, findings }
  },
}
