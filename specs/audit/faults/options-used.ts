import type { Fault } from '../fault.ts'

const head = 'import argparse\np = argparse.ArgumentParser()\n'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: {
      path: 'prepare.py',
      write: `${head}p.add_argument("--learning-rate", type=float, default=0.1)\nargs = p.parse_args()\nw -= 0.1 * g\n`,
    },
    finds: {
      what: /prepare\.py:3 takes --learning-rate, and nothing follows from its value/,
      path: 'prepare.py',
      line: 3,
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: [
        'const model = option(',
        "const shrink = option('--shrink', '0.5')\nconst model = option(",
      ],
    },
    finds: { what: /takes --shrink/, path: 'train.mjs', on: '--shrink' },
  },
  {
    of: 'declared-stub',
    edit: {
      path: 'prepare.py',
      write: `${head}p.add_argument("--momentum", type=float, default=0.9)\nargs = p.parse_args()\nprint(args.momentum)\n`,
    },
    finds: { what: /takes --momentum/, path: 'prepare.py', line: 3 },
  },
]
