import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Place } from '../docs/place.ts'
import { compareJobs } from '../records/job.ts'
import { layOut } from '../records/json-layout.ts'
import { type RunRecord, runRecordSchema } from '../records/record.ts'
import { encoded } from '../records/written-text.ts'

/** The one document of `run --json`: records with their job's fields in front. */
export function runDocument(records: readonly RunRecord[], claims: readonly PlacedClaim[]): string {
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

/** A claim that says where it was judged. */
type PlacedClaim = JudgedClaim & Place

/** Judged claims with their place behind their paper. */
export function placed(claims: readonly JudgedClaim[], { dataset, preset }: Place): PlacedClaim[] {
  return claims.map(({ paper, ...claim }) => ({ paper, dataset, preset, ...claim }))
}

/** The one document of `judge --json`. */
export function judgeDocument(claims: readonly PlacedClaim[]): string {
  return layOut({ schema: 'assay/judge@1', claims })
}
