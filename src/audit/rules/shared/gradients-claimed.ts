import type { Evidence } from '../../evidence.ts'
import type { Document } from '../../facts/document/document.ts'
import { parseDocument } from '../../facts/document/parse.ts'
import { programsOf } from '../../facts/program/program.ts'
import { gradientClaims, uncheckedClaims } from '../../facts/said/gradient-claims.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'GRAD-2',
  severity: 'MUST',
  says: 'A page or a docstring that says that gradients are checked has the check in its folder.',
  because:
    'a reproduction was approved as gradient-checked, and no file in it compared a gradient with anything',
  appliesTo: everySubject,
  example: {
    passes: 'gradcheck.py, with (loss(w + h) - loss(w - h)) / (2 * h)',
    fails: '“All gradients were verified numerically”, and no source does',
  },
  check: withPage('what it, other pages and docstrings say of gradients', (page, evidence) => {
    const lookedFor = 'a difference quotient, a library’s gradient check, or gradientCases'
    const pages = [page, ...otherPages(page, evidence)]
    const isEmptied = evidence.probes?.gradients.length === 0
    const [claim] = uncheckedClaims(pages, isEmptied ? [] : programsOf(evidence.files))
    if (claim) {
      const { path, line, text } = claim
      const who = path === page.path ? 'the README' : `${path}:${line}`
      const what = `${who} says “${text.slice(0, 80)}”, and no source in the folder compares a gradient with differences`
      return { lookedFor, findings: [{ what, at: { path, line } }] }
    }
    if (pages.some((one) => gradientClaims(one).length > 0)) return { lookedFor, findings: [] }
    return { lookedFor, findings: [], notApplicable: 'it does not say that gradients are checked' }
  }),
}

/** Pages beside the README, such as notes. */
const otherPages = (page: Document, { files }: Evidence): Document[] =>
  files.flatMap(({ path, text }) =>
    text !== undefined && path !== page.path && /\.(md|markdown)$/i.test(path)
      ? [parseDocument(path, text)]
      : [],
  )
