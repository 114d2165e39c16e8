import { sectionsNamed } from '../../facts/document/sections.ts'
import { mostNumbers } from '../../numbers/result-numbers.ts'
import { type TracedNumber, traced } from '../../numbers/traced.ts'
import { everySubject, type Rule } from '../../rule.ts'
import { withPage } from '../../with-page.ts'

export const rule: Rule = {
  clause: 'README-9',
  severity: 'MUST',
  says: 'No number under Results is contradicted by the records, at the precision at which it is written; in a paper of ours the records hold every number that reads as a measured result.',
  because:
    'numbers that were typed by hand went stale: one seed had three accuracies, in the text, in the table and in a fresh run',
  appliesTo: everySubject,
  example: {
    passes: '"net: 0.966", and the median of the records is 0.966',
    fails: '"net: 0.972", which is one lucky seed, or the accuracy of another arm',
  },
  check: withPage('the numbers under Results', (page, evidence) => {
    const { numbers, paths, isCut } = traced(page, evidence)
    const isOurs = evidence.subject.kind === 'paper'
    const without = (why: string) => ({
      lookedFor: 'each of them in a record',
      findings: [],
      ...(isOurs ? { unproven: why } : { notApplicable: why }),
    })
    if (paths.length === 0) return without('no record is there to read the numbers against')
    if (sectionsNamed(page, 'Results').length === 0) return without('there is no section Results')
    const isFault = ({ answer }: TracedNumber) =>
      answer === 'contradicted' || (isOurs && answer === 'untraced')
    const findings = numbers
      .filter(isFault)
      .map(({ line, what }) => ({ what: what ?? '', at: { path: page.path, line } }))
    const held = numbers.filter(({ answer }) => answer === 'traced').length
    const lookedFor = `${numbers.length} numbers in ${paths.join(', ')}: ${held} of ${numbers.length} traced`
    if (isCut) return { lookedFor, findings, ...cut }
    if (numbers.length > 0) return { lookedFor, findings }
    return { ...without('Results gives no number that reads as a result'), lookedFor }
  }),
}

const cut = { unproven: `only the first ${mostNumbers} numbers of Results were read` }
