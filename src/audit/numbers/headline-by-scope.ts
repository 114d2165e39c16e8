import type { Evidence } from '../evidence.ts'
import type { HeadlineNumber } from '../markdown/headline-numbers.ts'
import type { Page } from '../markdown/page.ts'
import { sectionsNamed } from '../markdown/required-sections.ts'
import { statementsOf } from '../markdown/statements.ts'
import { numbersIn } from '../text/written-number.ts'
import { measuredBy } from './measured.ts'
import { resultNumbers } from './result-numbers.ts'

/**
 * The numbers of Results, in sentences and html as well, that are ours and of one arm as a whole: no
 * difference, no extreme, no spread, and not said to be of one seed. The label is the arm.
 */
export function headlineNumbersByScope(
  page: Pick<Page, 'root'>,
  evidence: Evidence,
): HeadlineNumber[] {
  const { vocabulary } = measuredBy(evidence)
  const statements = sectionsNamed(page, 'Results').flatMap(statementsOf)
  return resultNumbers(statements, vocabulary).results.flatMap(
    ({ number, line, whose, scope, isProbability }) => {
      const { arms, seed, stats, isDifference } = scope
      const isWhole = stats.every((stat) => stat === 'median' || stat === 'mean')
      const isAside = number.aside || number.spread || number.points || number.times
      if (whose === 'theirs' || isProbability || isDifference || isAside) return []
      if (arms.length !== 1 || seed !== null || !isWhole) return []
      const [plain] = numbersIn(number.text)
      return plain ? [{ line, number: plain, label: arms[0], about: stats.join(' ') }] : []
    },
  )
}
