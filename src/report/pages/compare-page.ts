import { placesOf } from '../../docs/place.ts'
import { jobName } from '../../records/job.ts'
import { data, html } from '../html.ts'
import type { Page } from '../layout.ts'
import type { SiteSource } from '../source.ts'

/** Any two accepted records side by side; or one that was made elsewhere, as a file, against one of these. */
export function comparePage(source: SiteSource): Page {
  const groups = source.papers.flatMap((paper) =>
    placesOf(paper, source.goldenOf).flatMap((place) => {
      const golden = source.goldenOf({ paper: paper.slug, ...place })
      if (!golden) return []
      const records = golden.records.map(
        ({ job, config, metrics, counts, curves, digest, chain, madeFrom }) => ({
          name: jobName(job),
          job,
          config,
          metrics,
          counts,
          curves,
          digest,
          madeFrom,
          epochs: chain.epochs,
        }),
      )
      return [{ name: `${paper.slug}, ${place.dataset}, ${place.preset}`, records }]
    }),
  )
  const labels = Object.assign({}, ...source.papers.map(({ metrics }) => metrics))
  return {
    path: 'compare.html',
    title: 'Compare two runs',
    description: 'Any two accepted runs side by side: numbers, curves, configuration, bits.',
    script: source.scripts.compare,
    main: html`<h1>Compare two runs</h1>
<noscript><p class="sheet">Comparing needs JavaScript. Without it, <code>npx assay golden diff</code> shows where fresh runs and accepted ones part, and each paper's page has the numbers of every seed.</p></noscript>
<form id="compare" hidden>
<div class="row">
<div><label for="a">First run</label><select id="a"></select></div>
<div><label for="b">Second run</label><select id="b"></select></div>
</div>
<p><label for="own">Or a record of your own, from the folder <code>out</code>, in place of the second</label> <input type="file" id="own" accept="application/json,.json"></p>
</form>
<p id="said" role="status"></p>
<div id="compared"></div>
${data('groups', groups)}${data('metrics', labels)}`,
  }
}
