import type { Fault } from '../fault.ts'
import { changeRuns, withoutRuns, withRuns } from '../paper-runs.ts'

const record = (from: string, to: string, what: RegExp, line?: number): Fault => ({
  of: 'declared-stub',
  edit: { path: 'results.json', replace: [from, to] },
  finds: { what, path: 'results.json', ...(line && { line }) },
})

const golden = 'golden/mnist-deep-mlp/mnist-headline.json'
const isUndeformed = ({ arm }: { arm: string }) => arm === 'undeformed'

export const faults: readonly Fault[] = [
  record(
    '"seed": 0, "testAccuracy": 0.972',
    '"seed": 0, "testAccuracy": 0.981',
    /net, seed 0: the record says testAccuracy 0.981, .* gives 0.972/,
    11,
  ),
  // Rounded like its neighbours, 0.9 means 0.900.
  record('0.904', '0.9', /net, seed 2: the record says testAccuracy 0.9, .* gives 0.904/, 13),
  // Two lines now speak of that seed, so none is named.
  record(
    '"arm": "net", "seed": 1, "testAccuracy"',
    '"model": "line", "seed": 1, "test_accuracy"',
    /line, seed 1: the record says testAccuracy 0.952, .* gives 0.642/,
  ),
  {
    of: 'declared-stub',
    edit: { path: 'train.mjs', replace: ['steps: 300', 'steps: 299'] },
    runs: { net: '4' },
    finds: {
      what: /net, seed 4: the record says testAccuracy 0.966, a fresh run .* gives 0.962/,
      path: 'results.json',
    },
  },
  {
    of: 'declared-stub',
    edit: { path: 'results.json', remove: true },
    finds: { unproven: /no JSON, JSONL or CSV file of the folder holds testAccuracy/ },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'the fresh run of the undeformed arm gives one wrong image more',
    change: changeRuns(
      'declared',
      ({ metrics }) => ({ metrics: { ...metrics, testError: metrics.testError + 0.0001 } }),
      isUndeformed,
    ),
    finds: { what: /undeformed, seed 0: .* differ: testError .* against/, path: golden },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'the same metrics from other parameters',
    change: changeRuns('declared', { digest: 'f'.repeat(64) }, isUndeformed),
    finds: { what: /digest of what came out, .* against ffffffffffff/, path: golden },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'only glimpses were run',
    change: withoutRuns('declared'),
    finds: { unproven: /was not run/ },
  },
  {
    of: 'mnist-deep-mlp',
    given: withRuns,
    says: 'the run is of a seed that the golden does not have',
    change: changeRuns('declared', { seed: 77 }, isUndeformed),
    finds: { unproven: /no record of undeformed, seed 77/ },
  },
]
