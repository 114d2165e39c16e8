import type { AuditReport } from './report.ts'

/** A clause that several subjects do not hold: worth mending once, where it comes from. */
export interface CrossCutting {
  readonly clause: string
  readonly says: string
  readonly state: 'fails' | 'unproven'
  readonly subjects: readonly string[]
}

/** What more than one of the audited subjects has in common, most common first. */
export function crossCutting(reports: readonly AuditReport[]): CrossCutting[] {
  const found = new Map<string, CrossCutting>()
  for (const { subject, clauses } of reports)
    for (const { clause, says, state } of clauses) {
      if (state !== 'fails' && state !== 'unproven') continue
      const key = `${clause} ${state}`
      const subjects = [...(found.get(key)?.subjects ?? []), subject.name]
      found.set(key, { clause, says, state, subjects })
    }
  return [...found.values()]
    .filter(({ subjects }) => subjects.length > 1)
    .sort((a, b) => b.subjects.length - a.subjects.length)
}
