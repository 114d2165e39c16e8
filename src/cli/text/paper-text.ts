import type { JudgedClaim } from '../../claims/judged-claim.ts'
import { paperOutcome } from '../../claims/paper-outcome.ts'
import { placeName } from '../../docs/place.ts'
import type { Paper } from '../../papers/paper.ts'
import { type ClaimContext, claimText } from './claim-text.ts'
import { indented, wrap } from './layout.ts'

export interface PaperContext extends Omit<ClaimContext, 'paper'> {
  /** Claims that the accepted headline runs decide otherwise. */
  readonly otherwise: readonly JudgedClaim[]
}

/** A paper with all its claims, for people. */
export function paperText(
  paper: Paper,
  judged: readonly JudgedClaim[],
  context: PaperContext,
): string[] {
  const { bold, dim, yellow } = context.colours
  const { authors, title, venue, year } = paper.citation
  const names = authors.map((name) => name.split(' ').at(-1)).join(', ')
  return [
    `${bold(paper.slug)} (${placeName(context.place)}): ${paperOutcome(judged)}`,
    ...otherwiseText(paper, context).map((line) => yellow(line)),
    ...wrap(`${names}, “${title}”, ${venue}, ${year}`, context.width).map((line) => dim(line)),
    ...paper.claims.flatMap((claim) => {
      const found = judged.find(({ id }) => id === claim.id)
      return found ? ['', ...indented(claimText(claim, found, { ...context, paper }))] : []
    }),
  ]
}

/** Small runs do not replace full ones: where the full ones came out otherwise, a line says so. */
function otherwiseText({ slug }: Paper, { otherwise, width }: PaperContext): string[] {
  if (otherwise.length === 0) return []
  const outcomes = otherwise.map(({ id, outcome }) => `${id} is ${outcome}`).join(', ')
  return wrap(`But at headline ${outcomes}: npx assay judge ${slug} --golden`, width)
}
