import type { JudgedClaim } from '../claims/judged-claim.ts'
import { compareJobs } from '../records/job.ts'
import { layOut } from '../records/json-layout.ts'
import { type RunRecord, runRecordSchema } from '../records/record.ts'
import { encoded } from '../records/written-text.ts'

/** The one document of `run --json`: records with their job's fields in front. */
export function runDocument(records: readonly RunRecord[], claims: readonly JudgedClaim[]): string {
  const sorted = [...records].sort((a, b) => compareJobs(a.job, b.job))
  return layOut({ schema: 'assay/run@1', records: sorted.map(flat), claims })
}

function flat(record: RunRecord) {
  const {
    schema: _,
    job,
    ...rest
  } = encoded(runRecordSchema, record) as { job: object; schema: string }
  return { ...job, ...rest }
}

/** The one document of `judge --json`. */
export function judgeDocument(claims: readonly JudgedClaim[]): string {
  return layOut({ schema: 'assay/judge@1', claims })
}
