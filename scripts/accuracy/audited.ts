import { posix } from 'node:path'
import { auditSubjects } from '../../src/audit/subjects/audits.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'

/** A finding of an audit, as it is compared with labels. */
export interface AuditedFinding {
  /** Stays the same while other things in the folder change. */
  readonly id: string
  readonly clause: string
  readonly what: string
  readonly path: string
  readonly line: number | null
}

/** Audits what lies in a folder; with `run`, its declared runs are made, too. */
export type Audit = (folder: string, run: boolean) => Promise<readonly AuditedFinding[]>

const request = {
  preset: 'quick' as const,
  data: 'strokes',
  workers: 2,
  counterfactual: 60,
  openData(): never {
    throw new UserError('A labelled folder asks for no dataset of ours', exitCodes.couldNotRun)
  },
}

/** The audit as a user has it: of a catalogue its own pages and its stubs. */
export const auditAsUsersDo: Audit = async (folder, run) => {
  const host = {
    commandFault: async () => null,
    signal: new AbortController().signal,
    begins() {},
    done() {},
    said() {},
  }
  const reports = await auditSubjects([folder], { ...request, run }, host)
  return reports.flatMap(({ subject: { folder: stub = '' }, clauses }) =>
    clauses.flatMap(({ clause, findings }) =>
      findings.map(({ id, what, path, line }) => ({
        ...{ id: `${stub} ${id}`, clause, what, line },
        path: posix.join(stub, path),
      })),
    ),
  )
}
