import type { Evidence } from '../evidence.ts'
import type { Document } from '../facts/document/document.ts'
import { sectionsNamed } from '../facts/document/sections.ts'
import { statementsOf } from '../facts/document/statements.ts'
import type { HeadlineNumber } from '../facts/said/headline-numbers.ts'
import { measuredBy } from './measured.ts'
import { resultNumbers } from './result-numbers.ts'

/**
 * The numbers of Results, in sentences and html as well, that are ours and of one arm as a whole: no
 * extreme, no spread, no points, and not said to be of one seed. The label is the arm.
 */
export function headlineNumbersByScope(
  page: Pick<Document, 'blocks'>,
  evidence: Evidence,
): HeadlineNumber[] {
  const { vocabulary } = measuredBy(evidence)
  const statements = sectionsNamed(page, 'Results').flatMap(statementsOf)
  return resultNumbers(statements, vocabulary).results.flatMap(
    ({ number, line, whose, scope, isProbability }) => {
      const { arms, seed, stats } = scope
      const isWhole = stats.every((stat) => stat === 'median' || stat === 'mean')
      const isAside = number.aside || number.spread || number.points || number.times
      // A sentence may end in a difference, "ahead by 34.8 points"; what it is of is no seed's value.
      if (whose === 'theirs' || isProbability || isAside) return []
      if (arms.length !== 1 || seed !== null || !isWhole) return []
      return [{ line, number, label: arms[0], about: stats.join(' ') }]
    },
  )
}
