import type { JudgedClaim } from '../../claims/judged-claim.ts'
import { type Place, placeName } from '../../docs/place.ts'
import type { Colours } from '../terminal.ts'
import { indented, table } from './layout.ts'

/** Every claim of one place in one line: what came out, what was declared, whether they agree. */
export function outcomesText(
  claims: readonly JudgedClaim[],
  place: Place,
  colours: Colours,
): string[] {
  const rows = claims.map((claim) => [
    claim.paper,
    claim.id,
    claim.declared === null ? '–' : claim.outcome,
    claim.declared ?? '–',
    verdict(claim, colours),
  ])
  const heads = ['paper', 'claim', 'outcome', 'declared', '']
  return [
    `Outcomes (${placeName(place)})`,
    '',
    ...indented(
      table(
        heads.map((head) => ({ head })),
        rows,
      ),
    ),
  ]
}

function verdict({ kind, declared, agrees, narrowed }: JudgedClaim, colours: Colours): string {
  if (kind === 'not-attempted') return 'not attempted'
  if (declared === null) return 'not judged here'
  if (narrowed) return colours.yellow('undecided')
  return agrees ? colours.green('agree') : colours.red('CONTRADICTS')
}
