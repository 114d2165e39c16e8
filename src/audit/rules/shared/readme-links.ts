import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-6',
  severity: 'MUST',
  says: 'Every link and image of the README leads to what is there.',
  because: 'links pointed into a working copy of their author, and at files that were gone',
  appliesTo: everySubject,
  example: { passes: '[train.py](train.py)', fails: '[log](/home/ada/stub/log.txt)' },
  check: withPage('its links and images', (page, { links }) => ({
    lookedFor: `where each of ${links.length} leads`,
    findings: links.flatMap(({ url, line, isImage, fault }) =>
      fault === null
        ? []
        : [
            {
              what: `the ${isImage ? 'image' : 'link'} ${url} ${fault}`,
              at: { path: page.path, line },
            },
          ],
    ),
  })),
}
