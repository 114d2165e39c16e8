import { gradientCheckIn } from '../../facts/program/gradient-check.ts'
import { programsOf } from '../../facts/program/program.ts'
import { gradientClaims } from '../../facts/said/gradient-claims.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'GRAD-2',
  severity: 'MUST',
  says: 'A README that says that gradients are checked has the check in its folder.',
  because:
    'a reproduction was approved as gradient-checked, and no file in it compared a gradient with anything',
  appliesTo: everySubject,
  example: {
    passes: 'gradcheck.py, with (loss(w + h) - loss(w - h)) / (2 * h)',
    fails: '“All gradients were verified numerically”, and no source does',
  },
  check: withPage('what it says of gradients', (page, { files, probes }) => {
    const lookedFor = 'a difference quotient, a library’s gradient check, or gradientCases'
    const [claim] = gradientClaims(page)
    if (!claim)
      return {
        lookedFor,
        findings: [],
        notApplicable: 'it does not say that gradients are checked',
      }
    const found = gradientCheckIn(programsOf(files))
    if (found && probes?.gradients.length !== 0) return { lookedFor, findings: [] }
    const what = `the README says “${claim.text.slice(0, 80)}”, and no source in the folder compares a gradient with differences`
    return { lookedFor, findings: [{ what, at: { path: page.path, line: claim.line } }] }
  }),
}
