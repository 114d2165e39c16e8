import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const page = (fence: string, rest = '') =>
  `# Rings\n\n## Running\n\n\`\`\`\n${fence}\n\`\`\`\n\n## Results\n\n${rest}\n`
const program = (said: string) =>
  `"""Rings.\n\n${said}\n"""\nimport argparse\np = argparse.ArgumentParser()\np.add_argument("--seed", type=int, default=0)\np.add_argument("--mode", default="deep")\ntrain(p.parse_args())\n`

const twice = (
  says: string,
  texts: Readonly<Record<string, string>>,
  what: RegExp,
  path: string,
  line: number,
): Fault => ({ of: 'stub', says, change: () => folderOf(texts), finds: { what, path, line } })

export const faults: readonly Fault[] = [
  twice(
    'the first lines of a program give its run another time than the comment above its command',
    {
      'README.md': page('# The headline (~22 s on a laptop).\npython train.py --seed 0'),
      'train.py': program('    python train.py --seed 0\n    # ~75 s on a laptop'),
    },
    /train\.py:4 says “75 s”, and README\.md:6 says “22 s” of the same run/,
    'train.py',
    4,
  ),
  twice(
    'a default of three minutes stands against a comment below the command',
    {
      'README.md': page('python train.py --seed 0\n# (~3-5 s)'),
      'train.py': program('Single seed, deep mode: ~3.4 min on a laptop.'),
    },
    /train\.py:3 says “3\.4 min”, and README\.md:7 says “3-5 s”/,
    'train.py',
    3,
  ),
  twice(
    'a row of Results gives the headline another time than its command',
    {
      'README.md': page(
        'python train.py # ~10 s',
        '| Metric | Value |\n|---|---|\n| Wallclock | 48 s |',
      ),
      'train.py': program('Rings on a plane.'),
    },
    /README\.md:13 says “48 s”, and README\.md:6 says “10 s”/,
    'README.md',
    13,
  ),
]
