import type { AuditReport, ClauseReport, ClauseState } from '../report.ts'

/** Stubs by clauses: what does not hold somewhere, and where. */
export interface CatalogueTable {
  readonly clauses: readonly string[]
  readonly stubs: readonly {
    readonly name: string
    readonly folder: string
    readonly verdict: AuditReport['verdict']
    readonly states: readonly ClauseState[]
    /** A sign for each clause: ✗ fails, ! is a note, ? is unproven; empty where it holds. */
    readonly marks: readonly string[]
  }[]
}

const isOpen = ({ state }: ClauseReport) => state === 'fails' || state === 'unproven'

export function catalogueTable(reports: readonly AuditReport[]): CatalogueTable {
  const clauses = (reports[0]?.clauses ?? [])
    .map(({ clause }) => clause)
    .filter((clause) =>
      reports.some((report) => report.clauses.some((one) => one.clause === clause && isOpen(one))),
    )
  return {
    clauses,
    stubs: reports.map(({ subject, verdict, clauses: own }) => {
      const found = clauses.map((clause) => own.find((one) => one.clause === clause))
      return {
        name: subject.name,
        folder: subject.folder ?? subject.name,
        verdict,
        states: found.map((one) => one?.state ?? 'not-applicable'),
        marks: found.map(markOf),
      }
    }),
  }
}

function markOf(one: ClauseReport | undefined): string {
  if (one?.state === 'unproven') return '?'
  if (one?.state !== 'fails') return ''
  return one.severity === 'MUST' ? '✗' : '!'
}
