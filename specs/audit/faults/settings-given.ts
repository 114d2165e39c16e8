import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const leavesOut = (name: string, value: number): Fault => ({
  of: 'stub',
  says: `the README has no word of ${name}`,
  change: () =>
    folderOf({
      'README.md':
        '# Rings\n\n## Running\n\n```\npython train.py --seed 0\n```\n\n## Results\n\nAccuracy: 0.93.\n',
      'train.py': `import argparse\np = argparse.ArgumentParser()\np.add_argument("--seed", type=int, default=0)\np.add_argument("${name}", type=float, default=${value})\nargs = p.parse_args()\ntrain(args)\n`,
    }),
  finds: {
    what: new RegExp(`README\\.md:6\\) runs with ${name} ${value} \\(train\\.py:4\\)`),
    path: 'README.md',
    line: 9,
  },
})

export const faults: readonly Fault[] = [
  leavesOut('--learning-rate', 0.05),
  leavesOut('--batch-size', 64),
  leavesOut('--epochs', 12),
]
