import { catalogueTable } from '../../audit/catalogue/table.ts'
import { crossCutting } from '../../audit/cross-cutting.ts'
import type { AuditReport } from '../../audit/report.ts'
import { hanging, indented, table } from './layout.ts'

/**
 * Several reports on one page: a row a subject, with what is wrong and what is a note, then what more
 * than one has in common.
 */
export function severalText(reports: readonly AuditReport[], width: number): string[] {
  const { clauses, stubs } = catalogueTable(reports)
  const rows = stubs.map(({ name, verdict, marks }) => {
    const named = (mark: string) => clauses.filter((_, i) => marks[i] === mark).join(' ')
    return [name, verdict, named('✗'), named('!')]
  })
  const heads = ['', 'verdict', 'wrong', 'notes'].map((head) => ({ head }))
  const common = crossCutting(reports)
    .filter(({ state }) => state === 'fails')
    .flatMap(({ clause, subjects, says }) =>
      hanging('', 4, `${clause} fails in ${subjects.length} of ${reports.length}: ${says}`, width),
    )
  return [
    ...indented(table(heads, rows)),
    ...(common.length > 0 ? ['', '  In common:', ...common] : []),
  ]
}
