import { judge } from '../../claims/judge.ts'
import { paperOutcome } from '../../claims/paper-outcome.ts'
import { placeName, placesOf } from '../../docs/place.ts'
import type { Paper } from '../../papers/paper.ts'
import { type Html, html } from '../html.ts'
import { faultsNotice, type Page, paperPath } from '../layout.ts'
import { claimCard } from '../parts/claim.ts'
import { badge } from '../parts/outcome.ts'
import type { SiteSource } from '../source.ts'

/** The front page: every paper, every claim, with outcome, effect and seeds. */
export function cataloguePage(source: SiteSource): Page {
  const claims = source.papers.flatMap(({ claims }) => claims)
  return {
    path: 'index.html',
    title: 'Papers put to the test',
    description: 'Claims of neural-network papers, judged over several seeds, with all evidence.',
    main: html`<h1>Papers put to the test</h1>
<p>${source.papers.length} papers, ${claims.length} claims. Each claim was written down with its seeds and its smallest effect, then run, then judged by an exact test. A dot is a seed, the bar is the median. Every run can be repeated here, in this browser, and ends in the same bits.</p>
${faultsNotice(source.faults)}
${source.papers.map((paper) => article(paper, source))}`,
  }
}

function article(paper: Paper, source: SiteSource): Html {
  const { slug, citation, demonstrates, claims } = paper
  const { authors, title, venue, year } = citation
  return html`<article aria-labelledby="paper-${slug}">
<h2 id="paper-${slug}"><a href="${paperPath(slug)}">${title}</a></h2>
<p class="quiet">${authors.join(', ')}. ${venue}, ${year}. ${verdicts(paper, source)}</p>
<p>${demonstrates}</p>
<ul class="cards">
${claims.map((claim) => claimCard(paper, claim, source))}</ul>
</article>
`
}

/** One word for the paper, where its weightiest evidence lies, and the audit's verdict. */
function verdicts(paper: Paper, { goldenOf, auditOf }: SiteSource): Html {
  const place = placesOf(paper, goldenOf).find((at) => goldenOf({ paper: paper.slug, ...at }))
  const golden = place && goldenOf({ paper: paper.slug, ...place })
  const audit = auditOf(paper.slug)
  return html`${golden && html`Claims on ${placeName(place)}: ${paperOutcome(judge(paper, golden.records, place)).replaceAll('-', ' ')}. `}${audit ? html`Audit: <a href="${paperPath(paper.slug)}#audit">${badge(audit.verdict)}</a>` : 'No audit.'}`
}
