import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const program = (option: string) =>
  `import argparse\np = argparse.ArgumentParser()\np.add_argument("--mode", default="deep")\np.add_argument("${option}", type=int, default=3000)\ntrain(p.parse_args())\n`

const remarked = (says: string, option: string, fence: string, what: RegExp): Fault => ({
  of: 'stub',
  says,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Running\n\n\`\`\`\n${fence}\n\`\`\`\n`,
      'train.py': program(option),
    }),
  finds: { what, path: 'README.md' },
})

export const faults: readonly Fault[] = [
  remarked(
    'a comment gives a command fewer steps than its default',
    '--steps',
    '# The same, wide (16 rings per step, 1000 outer steps).\npython train.py --mode wide',
    /README\.md:6 says “1000 outer steps”.*README\.md:7\) runs with --steps 3000, the default of train\.py:4/,
  ),
  remarked(
    'a comment gives a command more epochs than it is told',
    '--epochs',
    'python train.py --epochs 6 # 12 epochs',
    /README\.md:6 says “12 epochs”.*runs with --epochs 6$/,
  ),
]
