import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const trains = (option: string, flag: string) => `import argparse, json
p = argparse.ArgumentParser()
p.add_argument("${flag}", action="store_true")
p.add_argument("${option}", default="run.json")
p.add_argument("--epochs", type=int, default=12)
args = p.parse_args()
if args.${flag.slice(2)}:
    args.epochs = 1
with open(args.${option.slice(2)}, "w") as f:
    json.dump({"accuracy": train(args.epochs)}, f)
`

const overwrites = (option: string, flag: string, others = ''): Fault => ({
  of: 'stub',
  says: `${flag} writes where the headline does, by ${option}`,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Running\n\n\`\`\`\npython train.py\npython train.py ${flag}${others}\n\`\`\`\n`,
      'run.json': '{"accuracy": 0.9}',
      'train.py': trains(option, flag),
    }),
  finds: {
    what: new RegExp(`README\\.md:7 writes over run\\.json.*train\\.py:4 gives ${option}`),
    path: 'README.md',
    line: 7,
  },
})

export const faults: readonly Fault[] = [
  overwrites('--out', '--quick'),
  overwrites('--record', '--smoke'),
  overwrites('--results', '--fast', ' --epochs 2'),
]
