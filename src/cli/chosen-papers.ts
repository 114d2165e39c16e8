import { papers } from '../papers/index.ts'
import type { Paper } from '../papers/paper.ts'
import { UserError } from '../user-error.ts'
import { suggestion } from './text/suggestion.ts'

/** The papers that were asked for, in the catalogue's order. Throws a UserError on a wrong slug. */
export function chosenPapers(slugs: readonly string[], all = false): readonly Paper[] {
  const known = papers.map(({ slug }) => slug)
  if (all && slugs.length > 0)
    throw new UserError(`Name papers or say --all, not both (${slugs.join(', ')} and --all)`)
  if (all) return papers
  if (slugs.length === 0)
    throw new UserError(`Which paper? Say --all, or name some of ${known.join(', ')}`)
  for (const slug of slugs) {
    if (!known.includes(slug))
      throw new UserError(
        `There is no paper ${slug}${suggestion(slug, known) || `; the papers are ${known.join(', ')}`}`,
      )
  }
  return papers.filter(({ slug }) => slugs.includes(slug))
}
