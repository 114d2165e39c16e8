import { type Child, html } from '../html.ts'
import type { Picture } from '../source.ts'

/** Figures one below the other. An animation does not start before the reader opens it. */
export function pictures(all: readonly Picture[]): Child {
  if (all.length === 0)
    return html`<p class="quiet">This paper has no pictures yet. Run: <code>npx assay figures</code></p>`
  return all.map(({ path, words, moves }) => {
    const image = html`<figure><img src="${path}" alt="${words}" loading="lazy"><figcaption>${words}</figcaption></figure>`
    return moves ? html`<details><summary>Animation</summary>${image}</details>` : image
  })
}
