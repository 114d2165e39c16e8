import type { Fault } from '../fault.ts'
import { inCatalogue, tableOf } from '../in-catalogue.ts'

const says = (text: string) => inCatalogue({ 'RESULTS.md': `# Rings\n\n${text}\n` })

const fault = (right: string, wrong: string, line: number): Fault => ({
  of: 'stub',
  given: says(right),
  says: `the catalogue says: ${wrong}`,
  change: says(wrong),
  finds: {
    what: /of it, and no source in the folder compares a gradient/,
    path: '../RESULTS.md',
    line,
  },
})

export const faults: readonly Fault[] = [
  // Another stub, whose name begins like this one's.
  fault(
    '- Verified-by-gradient-check (< 1e-6): `ring-net-deep`, `line-net`.',
    '- Verified-by-gradient-check (< 1e-6): `line-net`, `ring-net`.',
    3,
  ),
  fault(
    tableOf('Headline', '[ring-net](ring-net/) | accuracy 0.966'),
    tableOf('Headline', '[ring-net](ring-net/) | accuracy 0.966; gradcheck 1.3e-7'),
    5,
  ),
  fault(
    '#### ring-net\n\nA disc in a square. No gradient check was made.',
    '#### ring-net\n\nA disc in a square. Gradient check 1.6e-7.',
    5,
  ),
]
