import type { Paper } from '../papers/paper.ts'
import { mainView } from './claim-view.ts'
import { ours, outcomeWords, reported } from './claim-words.ts'
import { code, link, table } from './markdown.ts'
import type { GoldenOf } from './place.ts'

/** All claims of all papers, one per row, as the root README shows them. */
export function catalogueTable(papers: readonly Paper[], goldenOf: GoldenOf): string {
  const rows = papers.flatMap((paper) =>
    paper.claims.map((claim, i) => {
      const view = mainView(paper, claim, goldenOf)
      return [
        i === 0 ? link(paper.slug, `src/papers/${paper.slug}/README.md`) : '',
        code(claim.id),
        reported(claim.paper),
        reported(claim.reference),
        ours(view),
        `**${outcomeWords(view)}**`,
      ]
    }),
  )
  const head = ['Paper', 'Claim', 'The paper says', 'The reference', 'Ours', 'Outcome']
  return table(head, rows)
}
