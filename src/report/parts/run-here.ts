import type { Paper } from '../../papers/paper.ts'
import { toBase64 } from '../../records/base64.ts'
import { data, type Html, html, scriptText, trusted } from '../html.ts'
import { type Offer, offerOf, publishedRuns } from '../published-run.ts'
import type { SiteSource } from '../source.ts'

/** The form that trains a paper in the reader's browser, with its data and programs. */
export function runHere(paper: Paper, source: SiteSource): Html {
  const offer = offerOf(paper)
  if (!offer) return html`<p>This paper has no quick preset.</p>`
  return html`<p>The quick preset, one seed, trained by this page in this browser: the same code and the same kernels as on the command line. At the end the bits are compared with those of the published run.</p>
<noscript><p class="sheet">This needs JavaScript. Without it, run: <code>npx assay run ${paper.slug} --preset quick --data strokes</code></p></noscript>
<div class="sheet" id="run" hidden>
${form(offer)}
<p id="status" role="status"></p>
<div id="view" class="run-view" hidden>
<div><label for="progress">Progress</label><progress id="progress" max="1" value="0"></progress>
<p id="bits" class="quiet"></p>
<p class="strip-label" id="loss-label">Loss by step; dashed: the published run</p>
<svg class="curve" id="loss" viewBox="0 0 100 100" preserveAspectRatio="none" height="140" role="img" aria-labelledby="loss-label"><path class="path" d=""/><path class="path second" d=""/></svg>
<p class="strip-label" id="right-label">Test images classified correctly after each epoch</p>
<svg class="curve" id="right" viewBox="0 0 100 100" preserveAspectRatio="none" height="80" role="img" aria-labelledby="right-label"><path class="path" d=""/><path class="path second" d=""/></svg></div>
<div><p class="strip-label" id="digits-label">Digits of the test set</p>
<canvas id="digits" width="289" height="57" role="img" aria-labelledby="digits-label"></canvas>
<p class="strip-label" id="fields-label">The first layer after each epoch</p>
<canvas id="fields" width="289" height="86" role="img" aria-labelledby="fields-label"></canvas></div>
</div>
<p id="verdict" class="verdict" role="status"></p>
<div id="outcome"></div>
</div>
${data('offer', offer)}${data('published', publishedRuns(paper, source))}
<script type="text/plain" id="kernels">${toBase64(source.kernels)}</script>
<script type="text/plain" id="worker">${trusted(scriptText(source.scripts.worker))}</script>`
}

function form({ arms, seed, keys }: Offer): Html {
  return html`<form id="run-form">
<div class="row">
<div><label for="arm">Arm</label><select id="arm" name="arm">${arms.map(({ name, label }) => html`<option value="${name}">${label}</option>`)}</select></div>
<div><label for="seed">Seed</label><input id="seed" name="seed" type="number" min="0" max="4294967295" step="1" value="${seed}" required></div>
<div><label for="data">Digits</label><select id="data" name="data"><option value="strokes">strokes, drawn by this page</option><option value="mnist">MNIST, from files below</option></select></div>
</div>
<details id="more"><summary>Other settings, and MNIST</summary>
<label for="settings">Settings, one <code>key=value</code> a line</label>
<textarea id="settings" name="settings" rows="3" spellcheck="false" aria-describedby="settings-note"></textarea>
<p id="settings-note" class="quiet">Keys and their values: ${keys.map(({ key, value, meaning }, i) => [i > 0 && ', ', html`<code title="${meaning}">${key}=${value}</code>`])}.</p>
<div class="drop" id="drop"><label for="files">The four files of MNIST (.gz or not): choose them, or drop them here</label>
<input id="files" type="file" multiple>
<p id="files-note" class="quiet" role="status">They are checked by their sha256 and stay in this browser.</p></div>
</details>
<p><button type="submit" id="start">Run it here</button> <button type="button" id="stop" class="plain" disabled>Stop</button></p>
</form>`
}
