import { existsSync } from 'node:fs'
import { papers } from '../papers/index.ts'
import type { Paper } from '../papers/paper.ts'
import { UserError } from '../user-error.ts'
import { suggestion } from './text/suggestion.ts'

/** A paper by its slug; anything else is a folder. Throws UserError for a name that is neither. */
export function subjectNamed(name: string): Paper | string {
  const paper = papers.find(({ slug }) => slug === name)
  if (paper) return paper
  if (existsSync(name)) return name
  const slugs = papers.map(({ slug }) => slug)
  throw new UserError(
    `There is no paper and no folder ${name}${suggestion(name, slugs) || `; the papers are ${slugs.join(', ')}`}`,
  )
}
