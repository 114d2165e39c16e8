import { mainView } from '../../docs/claim-view.ts'
import type { Paper } from '../../papers/paper.ts'
import { type Child, type Html, html } from '../html.ts'
import { faultsNotice, type Page, paperPath } from '../layout.ts'
import { claimCard } from '../parts/claim.ts'
import { badge, outcomeBadge } from '../parts/outcome.ts'
import type { SiteSource } from '../source.ts'

/** The front page: every paper, every claim, with outcome, effect and seeds. */
export function cataloguePage(source: SiteSource): Page {
  const claims = source.papers.flatMap(({ claims }) => claims)
  return {
    path: 'index.html',
    title: 'Tested papers',
    description: 'Claims of neural-network papers, judged over several seeds, with all evidence.',
    main: html`<h1>Tested papers</h1>
<p>${source.papers.length} papers, ${claims.length} claims. Each claim was written down with its seeds and its smallest effect, then run, then judged by an exact test. A dot is a seed, the bar is the median. Each paper’s quick preset can be run here, in this browser, and ends in the same bits.</p>
${faultsNotice(source.faults)}
${overview(source)}
${source.papers.map((paper) => article(paper, source))}`,
  }
}

/** An overview of all papers: every claim with its outcome, and the verdict of the audit. */
function overview(source: SiteSource): Html {
  const { papers, goldenOf } = source
  const rows = papers.map((paper) => {
    const { slug, claims } = paper
    const outcomes = claims.map(
      (claim) =>
        html`<li><a href="${paperPath(slug)}#claim-${claim.id}">${claim.id}</a> ${outcomeBadge(mainView(paper, claim, goldenOf))}</li>`,
    )
    return html`<li><strong><a href="#paper-${slug}">${slug}</a></strong>
<ul aria-label="Claims of ${slug}">${outcomes}</ul>
<span>Audit: ${auditBadge(slug, source)}</span></li>
`
  })
  return html`<ul class="overview" aria-label="All papers">
${rows}</ul>`
}

function article(paper: Paper, source: SiteSource): Html {
  const { slug, citation, demonstrates, claims } = paper
  const { authors, title, venue, year } = citation
  return html`<article aria-labelledby="paper-${slug}">
<h2 id="paper-${slug}"><a href="${paperPath(slug)}">${title}</a></h2>
<p class="quiet">${authors.join(', ')}. ${venue}, ${year}. Audit: ${auditBadge(slug, source)}.</p>
<p>${demonstrates}</p>
<ul class="cards">
${claims.map((claim) => claimCard(paper, claim, source))}</ul>
</article>
`
}

function auditBadge(slug: string, { auditOf }: SiteSource): Child {
  const audit = auditOf(slug)
  return audit ? html`<a href="${paperPath(slug)}#audit">${badge(audit.verdict)}</a>` : 'none'
}
