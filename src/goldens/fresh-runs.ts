import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Paper } from '../papers/paper.ts'
import { findGolden, type Golden, type GoldenId, goldenOf, readGolden } from '../records/golden.ts'
import type { RunRecord } from '../records/record.ts'
import { oneSeedAnArm } from '../run/one-seed.ts'
import { type PlannedRuns, planRuns, type RunsRequest } from '../run/planned-runs.ts'
import { type Comparison, compareWithGolden } from './comparison.ts'

export interface FreshRequest extends Omit<RunsRequest, 'sets' | 'select'> {
  /** Instead of all that the preset declares. */
  readonly seeds?: readonly number[] | undefined
  /** Chooses one seed an arm, such as a commit's hash. */
  readonly oneSeed?: string | undefined
}

/** Fresh runs that are planned to be compared with goldens. */
export interface PlannedComparison {
  readonly runs: PlannedRuns
  /** A golden for each paper that is run. */
  readonly goldens: readonly { readonly paper: Paper; readonly golden: Golden }[]
  /** Papers that have no golden: nothing is run for them. */
  readonly without: readonly GoldenId[]
  /** Arms that are left out, because they read the runs of others. */
  readonly skipped: readonly { readonly paper: string; readonly arms: readonly string[] }[]
  /** Whether only a part of the declared runs was asked for. */
  readonly partial: boolean
}

/**
 * Plans fresh runs of the papers that have a golden under `root`. Throws a UserError, with the way
 * out, when none has one.
 */
export async function planComparison(
  root: string,
  { seeds, oneSeed, ...request }: FreshRequest,
): Promise<PlannedComparison> {
  const { preset } = request
  const data = await request.openData()
  const ids = request.papers.map(({ slug }) => ({ paper: slug, dataset: data.name, preset }))
  const found = request.papers.map((paper, i) => ({ paper, golden: findGolden(root, ids[i]) }))
  const goldens = found.flatMap(({ paper, golden }) => (golden ? [{ paper, golden }] : []))
  if (goldens.length === 0) readGolden(root, ids[0])
  const papers = goldens.map(({ paper }) => paper)
  const skipped: { paper: string; arms: readonly string[] }[] = []
  const runs = await planRuns({
    ...request,
    openData: () => data,
    papers,
    sets: [],
    select(paper) {
      if (oneSeed === undefined) return [{ seeds }]
      const choice = oneSeedAnArm(paper, preset, oneSeed)
      if (choice.skipped.length > 0) skipped.push({ paper: paper.slug, arms: choice.skipped })
      return choice.selections
    },
  })
  const without = ids.filter((_, i) => found[i].golden === null)
  return { runs, goldens, without, skipped, partial: seeds !== undefined || oneSeed !== undefined }
}

export interface ComparedRuns {
  readonly comparison: Comparison
  /** Claims that the fresh runs decide otherwise than was declared. */
  readonly against: readonly JudgedClaim[]
  /** The golden that these runs would make; null when they are the same as the accepted ones. */
  readonly successor: Golden | null
}

/** The fresh runs against each golden. Pure. */
export function compareFresh(
  { goldens, partial }: Pick<PlannedComparison, 'goldens' | 'partial'>,
  records: readonly RunRecord[],
): ComparedRuns[] {
  return goldens.map(({ paper, golden }) => {
    const own = records.filter(({ job }) => job.paper === paper.slug)
    const judged = judge(paper, own, golden)
    const comparison = compareWithGolden(golden, own, judged, { partial })
    const against = judged.filter(
      ({ declared, agrees, narrowed }) => declared !== null && !agrees && !(partial && narrowed),
    )
    const reason = 'not accepted: left by assay golden status'
    const successor = comparison.same
      ? null
      : goldenOf(golden, own, judged, { ...golden.accepted, reason })
    return { comparison, against, successor }
  })
}
