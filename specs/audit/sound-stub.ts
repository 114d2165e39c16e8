import { join } from 'node:path'
import type { FreshRuns } from '../../src/audit/fresh-run.ts'
import { readStub } from '../../src/audit/gather/stub-evidence.ts'
import { runStubForAudit } from '../../src/audit/subjects/declared-folder.ts'

/** The sound stub as it lies here, and the runs that its assay.json asks for. */
export const soundStub = readStub(join(import.meta.dirname, 'stub'))
export const soundRuns = (await runStubForAudit(soundStub)) as FreshRuns
