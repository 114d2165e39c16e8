import { join } from 'node:path'
import { auditSubjects } from '../../src/audit/subjects/audits.ts'
import { exitCodes, UserError } from '../../src/user-error.ts'
import type { LabelledFolder } from './labels.ts'

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
export type Audit = (
  folder: string,
  labelled: Pick<LabelledFolder, 'stubs'>,
  run: boolean,
) => Promise<readonly AuditedFinding[]>

const request = {
  preset: 'quick' as const,
  data: 'strokes',
  workers: 2,
  counterfactual: 0,
  openData(): never {
    throw new UserError('A labelled folder asks for no dataset of ours', exitCodes.couldNotRun)
  },
}

/** The audit as a user has it. Of a catalogue its stubs are audited, one by one. */
export const auditAsUsersDo: Audit = async (folder, { stubs }, run) => {
  const host = {
    commandFault: async () => null,
    signal: new AbortController().signal,
    begins() {},
    done() {},
    said() {},
  }
  const found: AuditedFinding[] = []
  for (const stub of stubs ?? ['']) {
    const [report] = await auditSubjects([join(folder, stub)], { ...request, run }, host)
    const within = (path: string) => (stub ? `${stub}/${path}` : path)
    for (const { clause, findings } of report.clauses)
      for (const { id, what, path, line } of findings)
        found.push({ id: `${stub} ${id}`, clause, what, path: within(path), line })
  }
  return found
}
