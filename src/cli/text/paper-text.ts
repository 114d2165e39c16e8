import type { JudgedClaim } from '../../claims/judged-claim.ts'
import { paperOutcome } from '../../claims/paper-outcome.ts'
import type { Paper } from '../../papers/paper.ts'
import { type ClaimContext, claimText } from './claim-text.ts'
import { indented, wrap } from './layout.ts'

/** A paper with all its claims, for people. */
export function paperText(
  paper: Paper,
  judged: readonly JudgedClaim[],
  context: Omit<ClaimContext, 'paper'>,
): string[] {
  const { bold, dim } = context.colours
  const { authors, title, venue, year } = paper.citation
  const names = authors.map((name) => name.split(' ').at(-1)).join(', ')
  return [
    `${bold(paper.slug)}: ${paperOutcome(judged)}`,
    ...wrap(`${names}, “${title}”, ${venue}, ${year}`, context.width).map((line) => dim(line)),
    ...paper.claims.flatMap((claim) => {
      const found = judged.find(({ id }) => id === claim.id)
      return found ? ['', ...indented(claimText(claim, found, { ...context, paper }))] : []
    }),
  ]
}
