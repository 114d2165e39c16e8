import type { Evidence } from '../../../src/audit/evidence.ts'
import type { Fault } from '../fault.ts'
import { inCatalogue, tableOf } from '../in-catalogue.ts'
import { withReadme } from '../with-readme.ts'

const taking = (time: string, own: string) => (evidence: Evidence) =>
  inCatalogue({
    'RESULTS.md': tableOf('Run wallclock', `[ring-net](ring-net/) | ${time}`),
  })(withReadme('Test accuracy, median', `${own}\n\nTest accuracy, median`)(evidence))

const fault = (own: string, right: string, wrong: string, what: RegExp): Fault => ({
  of: 'stub',
  given: taking(right, own),
  says: `the catalogue gives ${wrong} for ${own}`,
  change: taking(wrong, own),
  finds: { what, path: 'README.md', line: 33 },
})

export const faults: readonly Fault[] = [
  fault(
    'A run takes ~12 s.',
    '12.4s',
    '0.4s',
    /\.\.\/RESULTS\.md:3 says that a run takes 0\.4s.*12 s \(README\.md:33\)/,
  ),
  fault('Wallclock: 3 min 30 s, on a laptop.', '3:30', '45s', /a run takes 45s/),
  fault('The run took 2 min 20 s.', '140s', '2 h', /2 min 20 s/),
  // Training and evaluation stand side by side in the README, and together in the catalogue.
  fault('Wallclock: 8 s for training and 4 s for evaluation.', '12s', '30s', /a run takes 30s/),
  fault('A run takes 3-5 s.', '3-5s', '50 ms', /a run takes 50 ms/),
]
