import type { Evidence } from '../evidence.ts'
import type { Catalogue } from './catalogue.ts'
import { readReadme } from './readme.ts'

/** The evidence of a catalogue's own pages: what stands at its root. */
export function catalogueEvidence(catalogue: Catalogue, name: string): Evidence {
  const readme = readReadme(catalogue.files)
  const path = readme.state === 'read' ? readme.page.path : readme.path
  return {
    subject: { kind: 'catalogue', name },
    files: catalogue.files,
    readme,
    declared: null,
    goldens: [],
    pinnedData: {},
    commands: [],
    links: catalogue.pages.find(({ page }) => page.path === path)?.links ?? [],
    stale: [],
    runs: null,
    probes: null,
    catalogue,
  }
}
