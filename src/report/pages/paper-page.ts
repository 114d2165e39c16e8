import type { Paper } from '../../papers/paper.ts'
import { type Html, html } from '../html.ts'
import { faultsNotice, type Page, paperPath } from '../layout.ts'
import { auditSection } from '../parts/audit.ts'
import { claimSection } from '../parts/claim.ts'
import { pictures } from '../parts/pictures.ts'
import { runHere } from '../parts/run-here.ts'
import {
  armsTables,
  commands,
  configTable,
  deviationsTable,
  provenanceTable,
} from '../parts/setup.ts'
import type { SiteSource } from '../source.ts'

/**
 * The page of one paper: every claim with its evidence, and a form to run the paper in the browser.
 */
export function paperPage(paper: Paper, source: SiteSource): Page {
  const { slug, citation, demonstrates, claims } = paper
  const { authors, title, venue, year, arxiv } = citation
  const audit = source.auditOf(slug)
  return {
    path: paperPath(slug),
    title: `${slug}: ${title}`,
    description: demonstrates,
    script: source.scripts.run,
    main: html`<h1>${title}</h1>
<p class="quiet">${authors.join(', ')}. ${venue}, ${year}${arxiv && html`, <a href="https://arxiv.org/abs/${arxiv}">arXiv:${arxiv}</a>`}.</p>
<p>${demonstrates}</p>
${faultsNotice(source.faults.filter((fault) => fault.paper === slug))}
${contents()}
<h2 id="claims">Claims</h2>
${claims.map((claim) => claimSection(paper, claim, source))}
<h2 id="run-here">Run it here</h2>
${runHere(paper, source)}
<h2 id="figures">Figures</h2>
${pictures(source.picturesOf(slug))}
<h2 id="audit">Audit</h2>
${audit ? auditSection(audit) : html`<p>There is no audit of this paper.</p>`}
<h2 id="runs">Runs</h2>
${armsTables(paper, source)}
<h2 id="config">Configuration</h2>
${configTable(paper)}
<h2 id="deviations">Deviations</h2>
${deviationsTable(paper)}
<h2 id="provenance">Provenance</h2>
${provenanceTable(paper, source)}
<h2 id="reproduce">Reproduce</h2>
<p>On any machine, with the same bits:</p>
${commands(paper)}`,
  }
}

const sections = [
  ['claims', 'Claims'],
  ['run-here', 'Run it here'],
  ['figures', 'Figures'],
  ['audit', 'Audit'],
  ['runs', 'Runs'],
  ['config', 'Configuration'],
  ['deviations', 'Deviations'],
  ['provenance', 'Provenance'],
  ['reproduce', 'Reproduce'],
]

function contents(): Html {
  return html`<nav aria-label="On this page"><ul>${sections.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ul></nav>`
}
