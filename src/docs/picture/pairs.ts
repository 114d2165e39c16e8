import type { Claim, OrderingClaim } from '../../claims/claim.ts'
import type { Pair } from '../../claims/judged-claim.ts'
import { middle } from '../../claims/statistics/middle.ts'
import type { Paper } from '../../papers/paper.ts'
import { amount, unitSign } from '../amounts.ts'
import { mainView } from '../claim-view.ts'
import { measureLabel, noGolden, words } from '../claim-words.ts'
import { type GoldenOf, placeName } from '../place.ts'
import { spreadOf } from '../spread.ts'

/** One side of an ordering: the words under its column of dots. */
export interface Side {
  readonly label: string
  readonly median: string
  readonly medianValue: number
}

/** What one panel of the picture shows. */
export interface PairedPanel {
  readonly title: string
  readonly claim: string
  readonly outcome: string
  /** What the axis measures; null where the two sides have different metrics. */
  readonly metric: string | null
  readonly direction: 'lower is better' | 'higher is better'
  readonly unit: string
  readonly evidence: PairedEvidence | null
  /** Where the seeds ran and how many, or that there is no golden. */
  readonly where: string
}

export interface PairedEvidence {
  readonly worse: Side
  readonly better: Side
  /** In the unit of the axis. `difference` is positive when it favours the claim. */
  readonly pairs: readonly Pick<Pair, 'measured' | 'against' | 'difference'>[]
}

/** A panel for each ordering that the papers claim. */
export function pairedPanels(papers: readonly Paper[], goldenOf: GoldenOf): PairedPanel[] {
  return papers.flatMap((paper) =>
    paper.claims.filter(isOrdering).map((claim) => panel(paper, claim, goldenOf)),
  )
}

function isOrdering(claim: Claim): claim is OrderingClaim {
  return claim.kind === 'ordering'
}

function panel(paper: Paper, claim: OrderingClaim, goldenOf: GoldenOf): PairedPanel {
  const view = mainView(paper, claim, goldenOf)
  const { label, better, unit } = paper.metrics[claim.better.metric]
  const frame = {
    title: paper.slug,
    claim: claim.id,
    outcome: view.found ? words(view.found.judged.outcome) : noGolden,
    metric: claim.better.metric === claim.worse.metric ? label : null,
    direction: `${better} is better` as const,
    unit: unitSign(unit),
  }
  const { at, found } = view
  const evidence = found?.judged.evidence
  if (!at || !found || evidence?.basis !== 'paired-differences')
    return { ...frame, evidence: null, where: at ? placeName(at) : noGolden }

  const shown = (value: number) => (unit === 'fraction' ? 100 * value : value)
  const side = (which: 'better' | 'worse', values: readonly number[]): Side => {
    const spread = spreadOf(found.golden.records, claim[which], evidence.seeds)
    if (!spread) throw new Error(`${claim.id} was judged without ${claim[which].arm}`)
    return {
      label: measureLabel(paper, claim, claim[which]),
      median: amount(spread.median, unit),
      medianValue: middle(values),
    }
  }
  const pairs = evidence.pairs.map(({ measured, against, difference }) => ({
    measured: shown(measured),
    against: shown(against),
    difference,
  }))
  return {
    ...frame,
    evidence: {
      better: side(
        'better',
        pairs.map(({ measured }) => measured),
      ),
      worse: side(
        'worse',
        pairs.map(({ against }) => against),
      ),
      pairs,
    },
    where: `${placeName(at)}; ${pairs.length} seeds`,
  }
}
