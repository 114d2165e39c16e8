import type { CorpusEdit, LabelledPlace } from '../../../scripts/accuracy/labels.ts'

/** The README with other words in one place. */
export const reads = (from: string, to: string): CorpusEdit => ({
  path: 'README.md',
  replace: [from, to],
})

/** A file with other words in one place. */
export const changes = (path: string, from: string, to: string): CorpusEdit => ({
  path,
  replace: [from, to],
})

export const inReadme = (on: string): LabelledPlace => ({ path: 'README.md', on })
