import type { Evidence } from '../../../src/audit/evidence.ts'
import type { Fault } from '../fault.ts'
import { inCatalogue, tableOf } from '../in-catalogue.ts'
import { withReadme } from '../with-readme.ts'

const own = 'The AUC is 0.9893, and the median 4750 steps; 30 of 30 seeds reach it.'
const given = (headline: string) => (evidence: Evidence) =>
  inCatalogue({ 'RESULTS.md': tableOf('Headline', `[ring-net](ring-net/) | ${headline}`) })(
    withReadme('Test accuracy, median', `${own}\n\nTest accuracy, median`)(evidence),
  )

const fault = (right: string, wrong: string, what: RegExp): Fault => ({
  of: 'stub',
  given: given(right),
  says: `the catalogue says “${wrong}”`,
  change: given(wrong),
  finds: { what, path: 'README.md', line: 33 },
})

export const faults: readonly Fault[] = [
  fault(
    'AUC 0.989, 1.8× faster than the paper',
    'AUC 0.961, 1.8× faster than the paper',
    /\.\.\/RESULTS\.md:3 gives auc 0\.961.*the nearest auc there is 0\.9893 \(README\.md:33\)/,
  ),
  // Per cent for a fraction, and a number that nothing in the README names.
  fault('AUC 98.9 %, loss 0.31', 'AUC 97.1 %, loss 0.31', /gives auc 97\.1 %/),
  fault('median of 4750 steps', 'median of 5100 steps', /gives median 5100/),
  fault('30/30 seeds', '29/30 seeds', /gives 29\/30, and the README 30 of 30 \(README\.md:33\)/),
]
