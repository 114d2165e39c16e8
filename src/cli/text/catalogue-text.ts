import type { Paper } from '../../papers/paper.ts'
import type { GoldenId } from '../../records/golden.ts'
import type { Terminal } from '../terminal.ts'
import { hanging, indented, wrap } from './layout.ts'

export interface CatalogueEntry {
  readonly paper: Paper
  readonly goldens: readonly GoldenId[]
}

/** The catalogue for people: a paragraph a paper. */
export function catalogueText(
  entries: readonly CatalogueEntry[],
  { colours, width }: Pick<Terminal, 'colours' | 'width'>,
): string[] {
  return entries.flatMap(({ paper, goldens }, i) => {
    const { authors, title, venue, year } = paper.citation
    const line = (name: string, text: string) => hanging(name, 9, text, width - 2)
    const places = goldens.map(({ dataset, preset }) => `${dataset} ${preset}`)
    return [
      ...(i > 0 ? [''] : []),
      colours.bold(paper.slug),
      ...indented([
        ...wrap(`${authors.join(', ')}: ${title}. ${venue}, ${year}`, width - 2).map(colours.dim),
        ...wrap(paper.demonstrates, width - 2),
        ...line('presets', Object.keys(paper.presets).join(', ')),
        ...line('goldens', places.join(', ') || 'none accepted yet'),
        ...paper.claims.flatMap((claim, index) =>
          line(index === 0 ? 'claims' : '', `${claim.id}: ${declaredText(claim)}`),
        ),
      ]),
    ]
  })
}

/** `replicates (mnist headline, mnist quick), inconclusive (strokes quick)`. */
function declaredText({ kind, judgedAt }: Paper['claims'][number]): string {
  if (kind === 'not-attempted') return 'not attempted'
  const places = new Map<string, string[]>()
  for (const { declared, dataset, preset } of judgedAt)
    places.set(declared, [...(places.get(declared) ?? []), `${dataset} ${preset}`])
  const texts = [...places].map(([declared, where]) => `${declared} (${where.join(', ')})`)
  return texts.join(', ') || 'judged nowhere'
}
