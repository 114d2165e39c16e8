import type { Edit, Fault } from '../fault.ts'

const says = (sentence: string): Edit => ({
  path: 'README.md',
  replace: ['Points in a square', `${sentence}\n\nPoints in a square`],
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: says('The net is 784-128-10 and has 118,282 weights.'),
    finds: {
      what: /“118,282 weights”, and “784-128-10” beside it has 101770 weights with biases, 101632/,
      path: 'README.md',
      on: '118,282',
    },
  },
  {
    of: 'declared-stub',
    edit: says('| Net | |\n|---|---|\n| Architecture | 2 → 8 → 1 |\n| Parameters | 41 |'),
    finds: { what: /“41 parameters”.*33 weights with biases, 24 without/, path: 'README.md' },
  },
  {
    of: 'stub',
    edit: { path: 'net.py', write: '"""A net, 784-512-256-10, ~637k weights."""\n' },
    finds: { what: /net\.py:1 says “637k weights”.*535818/, path: 'net.py', line: 1 },
  },
]
