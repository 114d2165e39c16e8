import { type Page, pageText } from './layout.ts'
import { auditPage } from './pages/audit-page.ts'
import { benchPage } from './pages/bench-page.ts'
import { cataloguePage } from './pages/catalogue-page.ts'
import { comparePage } from './pages/compare-page.ts'
import { paperPage } from './pages/paper-page.ts'
import type { SiteSource } from './source.ts'

/** Every file of the site by its path. The same source gives the same bytes. */
export function site(source: SiteSource): ReadonlyMap<string, string | Uint8Array> {
  const pages: Page[] = [
    cataloguePage(source),
    ...source.papers.map((paper) => paperPage(paper, source)),
    auditPage(source),
    benchPage(source),
    comparePage(source),
  ]
  const files = new Map<string, string | Uint8Array>()
  for (const page of pages) files.set(page.path, pageText(source, page))
  for (const { slug } of source.papers)
    for (const { path, bytes } of source.picturesOf(slug)) files.set(path, bytes)
  return files
}
