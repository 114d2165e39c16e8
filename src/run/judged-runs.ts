import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Paper } from '../papers/paper.ts'
import type { GoldenRecord } from '../records/golden.ts'
import type { DatasetId, Job, Preset } from '../records/record.ts'
import { openStore } from '../records/store.ts'
import { exitCodes, UserError } from '../user-error.ts'

/** The datasets that papers are judged on, the weightier first. */
export const datasets = ['mnist', 'strokes'] as const

/** A paper judged at one place. */
export interface JudgedRuns {
  readonly paper: Paper
  readonly place: Pick<Job, 'dataset' | 'preset'>
  readonly records: readonly GoldenRecord[]
  readonly claims: readonly JudgedClaim[]
}

/** The claims of a paper as these records decide them. */
export function judgedAt(
  paper: Paper,
  place: JudgedRuns['place'],
  records: readonly GoldenRecord[],
): JudgedRuns {
  return { paper, place, records, claims: judge(paper, records, place) }
}

/**
 * What a store holds of a paper's own preset: the first dataset of which there is something. Throws a
 * UserError, with the command that makes them, where there are no such runs.
 */
export function judgeStored(
  paper: Paper,
  { data, preset, out }: { data?: DatasetId | undefined; preset: Preset; out: string },
): JudgedRuns {
  const { slug } = paper
  const stored = openStore(out, { readOnly: true }).list({ paper: slug })
  const own = stored.filter(
    ({ job }) => job.preset === preset && Object.keys(job.overrides).length === 0,
  )
  for (const dataset of data ? [data] : datasets) {
    const records = own.filter(({ job }) => job.dataset === dataset)
    if (records.length > 0) return judgedAt(paper, { dataset, preset }, records)
  }
  const others = [...new Set(stored.map(({ job }) => `--preset ${job.preset}`))]
  const instead = others.length > 0 ? `; it has some of ${others.join(' and ')}` : ''
  throw new UserError(
    `${out} holds no ${preset} runs of ${slug}${data ? ` on ${data}` : ''} as declared${instead}; get them with: assay run ${slug}${preset === 'headline' ? '' : ` --preset ${preset}`}${data ? ` --data ${data}` : ''}`,
    exitCodes.couldNotRun,
  )
}
