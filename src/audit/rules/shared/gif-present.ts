import { headerOf, isWithin } from '../../facts/document/sections.ts'
import { linkedFiles } from '../../figures/images.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FIG-1',
  severity: 'MUST',
  forOthers: 'pedantic',
  says: 'An animation, a GIF of the folder, stands in the header of the README.',
  because: 'it is what a reader sees first, and what shows that something was learned',
  appliesTo: everySubject,
  example: {
    passes: '![accuracy by seed](rings.gif) under the title',
    fails: 'a GIF under Results',
  },
  check: withPage('the images of its header', (page, evidence) => {
    const lookedFor = 'a GIF that lies in the folder'
    const gifs = linkedFiles(evidence, /\.gif$/i).filter(({ link }) => link.isImage)
    const header = headerOf(page)
    if (gifs.some(({ link }) => isWithin(link.line, header))) return { lookedFor, findings: [] }
    const [elsewhere] = gifs
    const unused = evidence.files.find(({ path, kind }) => kind === 'file' && /\.gif$/i.test(path))
    const what = elsewhere
      ? `the GIF ${elsewhere.file.path} stands below the header: it belongs under the title`
      : unused
        ? `the header shows no GIF, though the folder has ${unused.path}`
        : 'there is no GIF: an animation of the recorded run belongs under the title'
    return {
      lookedFor,
      findings: [{ what, at: { path: page.path, line: elsewhere?.link.line ?? 1 } }],
    }
  }),
}
