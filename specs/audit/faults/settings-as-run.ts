import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const says = (results: string, code: string, what: RegExp): Fault => ({
  of: 'stub',
  says: results,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Running\n\n\`\`\`\npython train.py\n\`\`\`\n\n## Results\n\n${results}\n`,
      'train.py': `${code}\nprint(train())\n`,
    }),
  finds: { what, path: 'README.md' },
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['steps = 300', 'steps = 3000'] },
    finds: {
      what: /README\.md:40 says “steps = 3000”, and train\.mjs:8 has steps = 300/,
      path: 'README.md',
      on: 'steps = 3000',
    },
  },
  {
    of: 'stub',
    edit: { path: 'train.mjs', replace: ['learningRate: 0.5', 'learningRate: 0.05'] },
    finds: { what: /“learningRate = 0\.5”.*learningRate = 0\.05/, path: 'README.md' },
  },
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"hidden": 8', '"hidden": 16'] },
    finds: {
      what: /assay\.json:\d+ says “hidden: 16”, and train\.mjs:8 has hidden 8/,
      path: 'assay.json',
      on: '"hidden": 16',
    },
  },
  says(
    'Plain gradient descent, momentum 0.9.',
    'MOMENTUM = 0.5',
    /“momentum 0\.9”.*MOMENTUM = 0\.5/,
  ),
  says(
    '| Setting | Value |\n|---|---|\n| gradient clip | 5.0 (norm) |',
    'CLIP = 1.0  # largest norm of a gradient',
    /CLIP = 1/,
  ),
  says(
    'SWEEPS = 5.',
    'SWEEPS = 5\nfor _ in range(3): pass',
    /sets SWEEPS to 5, and nothing reads it/,
  ),
  says(
    'The width (`--width`, 32 by default) is small.',
    'import argparse\np = argparse.ArgumentParser()\np.add_argument("--width", type=int, default=20)\nargs = p.parse_args()',
    /--width the default 20/,
  ),
]
