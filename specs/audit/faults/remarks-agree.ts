import type { Fault } from '../fault.ts'

const usage = '// Usage: node train.mjs --seed 0 --model net|line'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: {
      path: 'prepare.py',
      write:
        'p.add_argument("--lr", type=float, default=0.1, help="rate (0.1)")\np.add_argument("--epochs", type=int, default=40, help="passes over the points (100)")\n',
    },
    finds: {
      what: /says “passes over the points \(100\)”.*--epochs 40/,
      path: 'prepare.py',
      line: 2,
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'prepare.py',
      write:
        '"""One hidden layer of 32 tanh units."""\np.add_argument("--hidden", type=int, default=16)\n',
    },
    finds: { what: /says “32 tanh units”.*--hidden 16/, path: 'prepare.py', line: 1 },
  },
  {
    of: 'stub',
    edit: { path: 'train.mjs', replace: [usage, `// A net of hidden = 12 units.\n${usage}`] },
    finds: {
      what: /train\.mjs:2 says “hidden = 12”, and train\.mjs:9 has hidden 8/,
      path: 'train.mjs',
      on: 'hidden = 12',
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'prepare.py',
      write: 'p.add_argument("--width", type=int, default=64, help="units (default 48)")\n',
    },
    finds: { what: /says “default 48”, and prepare\.py:1 has --width 64/, path: 'prepare.py' },
  },
  {
    of: 'declared-stub',
    edit: { path: 'prepare.py', write: '"""Clusters with K=3."""\n\nK = 4\n' },
    finds: { what: /“K=3”, and prepare\.py:3 has K 4/, path: 'prepare.py', line: 1 },
  },
]
