import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const unrun = (result: string, words: RegExp): Fault => ({
  of: 'stub',
  says: `${result}, and one seed is run`,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Running\n\n\`\`\`\npython train.py --seed 0\n\`\`\`\n\n## Results\n\n${result}\n`,
      'train.py':
        'import argparse\np = argparse.ArgumentParser()\np.add_argument("--seed", type=int, default=0)\nargs = p.parse_args()\nprint(train(args.seed))\n',
      'results.json': '{"seed": 0, "accuracy": 0.93}',
    }),
  finds: { what: words, path: 'README.md' },
})

export const faults: readonly Fault[] = [
  unrun('All rings are found on 10/10 seeds.', /README\.md:11 gives a result of “10\/10 seeds”/),
  unrun('The mean over seeds 0..4 is 93.1 %.', /gives a result of “seeds 0\.\.4”/),
  unrun(
    '| Metric | Value |\n|---|---|\n| Success rate (seeds 0-9) | 10/10 |',
    /README\.md:13 gives a result of “seeds 0-9”/,
  ),
]
