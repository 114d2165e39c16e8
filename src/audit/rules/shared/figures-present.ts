import { isWithin, sectionsNamed } from '../../facts/document/sections.ts'
import { linkedFiles } from '../../figures/images.ts'
import { unfetchedIn } from '../../figures/unfetched.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'FIG-4',
  severity: 'MUST',
  exceptForOthers: 'that no PNG is shown under Visualizations is told under --pedantic',
  says: 'Visualizations shows a PNG of the folder, and every PNG that the README refers to is complete.',
  because: 'figures were promised and never committed, or broke off in the middle of a file',
  appliesTo: everySubject,
  example: { passes: '![training curves](viz/curves.png)', fails: 'a sentence about a figure' },
  check: withPage('its PNGs', (page, evidence) => {
    const pngs = linkedFiles(evidence, /\.png$/i)
    const broken = pngs.flatMap(({ link, file: { path, png, pointsTo } }) => {
      if (pointsTo || (png?.state === 'png' && png.width > 0 && png.height > 0)) return []
      const why = png?.state === 'not a png' ? png.why : 'it has no size'
      return [
        { what: `${path} is no complete PNG: ${why}`, at: { path: page.path, line: link.line } },
      ]
    })
    const sections = sectionsNamed(page, 'Visualizations')
    const isShown = pngs.some(
      ({ link }) => link.isImage && sections.some((section) => isWithin(link.line, section)),
    )
    const missing = {
      what: 'Visualizations shows no PNG that lies in the folder: at least the training curves belong there',
      at: { path: page.path, ...(sections[0] && { line: sections[0].line }) },
      forOthers: 'pedantic',
    } as const
    return {
      lookedFor: 'one under Visualizations, and the end of each',
      findings: [...(isShown ? [] : [missing]), ...broken],
      ...unfetchedIn(pngs.map(({ file }) => file)),
    }
  }),
}
