import type { Claim, ReportedFigure } from '../../claims/claim.ts'
import { measuresOf } from '../../claims/measures.ts'
import { type ClaimView, everyView, mainView } from '../../docs/claim-view.ts'
import { noGolden, revisedWords, words } from '../../docs/claim-words.ts'
import { evidenceWords } from '../../docs/evidence-words.ts'
import { placeName } from '../../docs/place.ts'
import type { Paper } from '../../papers/paper.ts'
import { exactText } from '../../records/exact-number.ts'
import { type Child, type Html, html } from '../html.ts'
import { paperPath, table } from '../layout.ts'
import type { SiteSource } from '../source.ts'
import { differences, kindWords, ours } from './ours.ts'
import { outcomeBadge } from './outcome.ts'

/** A claim in the catalogue: outcome, effect and seeds. */
export function claimCard(paper: Paper, claim: Claim, { goldenOf }: SiteSource): Html {
  const view = mainView(paper, claim, goldenOf)
  const seeds = view.found && 'seeds' in view.found.judged.evidence
  return html`<li class="sheet">
<div class="heading"><h3><a href="${paperPath(paper.slug)}#claim-${claim.id}">${claim.id}</a></h3>${outcomeBadge(view)}</div>
<p>${claim.says}</p>
${ours(view)}
<p class="quiet">${reading(view)}</p>
${seeds && view.at && html`<p class="quiet">${placeName(view.at)}; ${seedCount(view)} seeds</p>`}
</li>
`
}

/**
 * The section of a claim: what the paper says and where, the reference, our runs, and how it was
 * judged.
 */
export function claimSection(paper: Paper, claim: Claim, source: SiteSource): Html {
  const view = mainView(paper, claim, source.goldenOf)
  const because = claim.kind === 'not-attempted' ? claim.because : view.at?.because
  const revised = revisedWords(view.at)
  return html`<section class="sheet" id="claim-${claim.id}" aria-labelledby="title-${claim.id}">
<div class="heading"><h3 id="title-${claim.id}">${claim.id}</h3>${outcomeBadge(view)}</div>
<p>${claim.says}</p>
<dl>
<dt>Where in the paper</dt><dd>${claim.where}</dd>
<dt>The paper reports</dt><dd>${figure(claim.paper)}</dd>
<dt>The reference reports</dt><dd>${figure(claim.reference)}</dd>
<dt>Kind of claim</dt><dd>${kindWords[claim.kind]}</dd>
${because && html`<dt>Why</dt><dd>${because}</dd>`}
${revised && html`<dt>Declaration</dt><dd>${revised}</dd>`}
</dl>
${view.at && html`<p><strong>Ours</strong> (${placeName(view.at)}; ${seedCount(view)} seeds). ${reading(view)}</p>`}
${ours(view)}
${differences(view)}
${seedsTable(view)}
${places(paper, claim, source)}
</section>
`
}

function figure(reported: ReportedFigure | undefined): Child {
  if (!reported) return html`<span class="quiet">no figure</span>`
  return html`${reported.text} <span class="quiet">(${reported.where}; ${reported.certainty})</span>`
}

function seedCount({ found }: ClaimView): number {
  const evidence = found?.judged.evidence
  return evidence && 'seeds' in evidence ? evidence.seeds.length : 0
}

function reading({ paper, claim, at, found }: ClaimView): string {
  if (claim.kind === 'not-attempted') return `Not attempted: ${claim.because}.`
  if (!at) return 'Judged nowhere.'
  return found
    ? sentence(evidenceWords(paper, claim, found.judged))
    : `${noGolden}: ${placeName(at)}.`
}

/** The numbers of every seed, for readers who prefer them to a picture. */
function seedsTable({ paper, claim, found }: ClaimView): Child {
  const evidence = found?.judged.evidence
  if (!found || !evidence || !('seeds' in evidence)) return null
  const measures = measuresOf(claim)
  const rows = evidence.seeds.map((seed) => [
    seed,
    ...measures.map(({ arm, metric }) => {
      const run = found.golden.records.find(({ job }) => job.arm === arm && job.seed === seed)
      if (!run) return 'not run'
      const count = Object.hasOwn(run.counts, metric) ? run.counts[metric] : null
      const value = exactText(run.metrics[metric])
      return count ? `${value} (${count.count} of ${count.total})` : value
    }),
  ])
  const head = measures.map(({ arm, metric }) => `${arm}: ${paper.metrics[metric].label}`)
  return html`<details><summary>Every seed in numbers</summary>${table(`Seeds of ${claim.id}`, ['Seed', ...head], rows)}</details>`
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function places(paper: Paper, claim: Claim, { goldenOf }: SiteSource): Child {
  const views = everyView(paper, claim, goldenOf)
  if (views.length < 2) return null
  const rows = views.map((view) => [
    view.at && placeName(view.at),
    view.at?.seeds,
    view.at && words(view.at.declared),
    outcomeBadge(view),
    reading(view),
  ])
  const head = ['Judged on', 'Seeds', 'Declared', 'Came out', 'Reading']
  return html`<details><summary>All places where it is judged</summary>${table(`Places of ${claim.id}`, head, rows)}</details>`
}
