import { createHash } from 'node:crypto'
import { type Child, type Html, html, scriptText, trusted } from './html.ts'
import type { Fault, SiteSource } from './source.ts'
import { style } from './style.ts'

/** The content of a page, and the program that it runs, if any. */
export interface Page {
  readonly title: string
  readonly description: string
  /** The page's own address. The link to it is marked in the navigation. */
  readonly path: string
  readonly main: Html
  readonly script?: string
}

/** The name of a paper's page is its slug. */
export const paperPath = (slug: string) => `${slug}.html`

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%230067a5'/%3E%3Cpath d='M4.5 8.3l2.4 2.4 4.6-5.2' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E"

/**
 * A whole page in one file. It makes no request to another address, and its policy tells the
 * browser to refuse such requests.
 */
export function pageText({ papers }: Pick<SiteSource, 'papers'>, page: Page): string {
  const script = page.script === undefined ? null : scriptText(page.script)
  const links: [string, string][] = [
    ['index.html', 'Catalogue'],
    ...papers.map(({ slug }): [string, string] => [paperPath(slug), slug]),
    ['audit.html', 'Audit'],
    ['bench.html', 'Speed'],
    ['compare.html', 'Compare'],
  ]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
<title>${page.title}</title>
<link rel="icon" href="${trusted(icon)}">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Pages"><ul>
${links.map(([path, name]) => html`<li><a href="${path}"${path === page.path && trusted(' aria-current="page"')}>${name}</a></li>\n`)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer><p>Made by <code>assay report</code> from the accepted records, the declarations and the committed audits. These pages ask no other address for anything.</p></footer>
${script !== null && html`<script>${trusted(script)}</script>\n`}</body>
</html>
`.html
}

/**
 * The policy allows our own script only, images beside the page, and our own worker and kernels.
 */
function policy(script: string | null): string {
  const hash = script === null ? "'none'" : `'sha256-${sha256(script)}' 'wasm-unsafe-eval'`
  return [
    "default-src 'none'",
    "img-src 'self' file: data: blob:",
    "style-src 'unsafe-inline'",
    `script-src ${hash}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** The missing and broken files, at the top of the page. */
export function faultsNotice(faults: readonly Fault[]): Child {
  if (faults.length === 0) return null
  return html`<section class="sheet fault" aria-label="What is missing">
<p><strong>Evidence for this page is missing.</strong></p>
<ul>${faults.map(({ what }) => html`<li>${what}.</li>`)}</ul>
</section>`
}

/**
 * A table with a scroll bar of its own where the page is too narrow. It can be scrolled by
 * keyboard.
 */
export function table(
  caption: string,
  head: readonly Child[],
  rows: readonly (readonly Child[])[],
): Html {
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`
}
