import { judge } from '../claims/judge.ts'
import type { JudgedClaim } from '../claims/judged-claim.ts'
import type { Paper } from '../papers/paper.ts'
import { findGolden } from '../records/golden.ts'

const headline = { dataset: 'mnist', preset: 'headline' } as const

/**
 * The claims that these runs decided and the accepted headline runs on MNIST, where there are some
 * under `root`, decide otherwise: as headline judges them.
 */
export function otherwiseAtHeadline(
  root: string,
  paper: Paper,
  judged: readonly JudgedClaim[],
): JudgedClaim[] {
  const golden = findGolden(root, { paper: paper.slug, ...headline })
  if (!golden) return []
  return judge(paper, golden.records, headline).filter((there) => {
    const here = judged.find(({ id }) => id === there.id)
    return here && isDecided(here) && isDecided(there) && here.outcome !== there.outcome
  })
}

const isDecided = ({ declared, narrowed, outcome }: JudgedClaim) =>
  declared !== null && !narrowed && outcome !== 'not-attempted'
