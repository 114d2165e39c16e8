import { withText } from '../changed.ts'
import type { Fault } from '../fault.ts'

const says = (sentence: string) =>
  ({
    path: 'README.md',
    replace: [
      'Test accuracy, median over seeds 0-4:',
      `${sentence}\n\nTest accuracy, median over seeds 0-4:`,
    ],
  }) as const

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: says('All gradients were\nverified numerically.'),
    finds: {
      what: /“All gradients were verified numerically\.”/,
      path: 'README.md',
      on: 'All gradients',
    },
  },
  {
    of: 'declared-stub',
    edit: {
      path: 'README.md',
      replace: [
        '| [figures.mjs](figures.mjs) | draws',
        '| `gradcheck.mjs` | gradient check, see below |\n| [figures.mjs](figures.mjs) | draws',
      ],
    },
    finds: {
      what: /says “gradcheck\.mjs \| gradient check, see below”/,
      path: 'README.md',
      on: 'gradcheck.mjs',
    },
  },
  {
    of: 'stub',
    edit: says('The net is gradient-checked (central differences, 1e-6).'),
    finds: { what: /no source in the folder compares/, path: 'README.md' },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'its gradient cases are emptied',
    change: (evidence) =>
      withText(
        evidence,
        'train.ts',
        "gradientCases: [{ name: 'three tanh layers', layers: deepMlp(8, [8, 7], 5), batch: 4 }]",
        'gradientCases: []',
      ),
    finds: {
      what: /npx assay gradcheck mnist-deep-mlp/,
      path: 'README.md',
      on: 'gradcheck mnist-deep-mlp',
    },
  },
  {
    of: 'stub',
    edit: { path: 'notes.md', write: '# Notes\n\nThe net is gradient-checked.\n' },
    finds: { what: /notes\.md:3 says “The net is gradient-checked/, path: 'notes.md', line: 3 },
  },
  {
    of: 'declared-stub',
    edit: { path: 'net.py', write: '"""A net.\n\nAll gradients were verified.\n"""\n' },
    finds: { what: /net\.py:3 says “All gradients were verified/, path: 'net.py', line: 3 },
  },
]
