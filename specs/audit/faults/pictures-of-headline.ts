import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const program = (options: string) =>
  `import argparse\np = argparse.ArgumentParser()\n${options}\nargs = p.parse_args()\ntrain(args)\n`
const option = (name: string, value: number) =>
  `p.add_argument("${name}", type=int, default=${value})`

const drawsAnother = (name: string, ours: number, drawn: string): Fault => ({
  of: 'stub',
  says: `${drawn} runs with another ${name} than the headline`,
  change: () =>
    folderOf({
      'README.md': `# Rings\n\n## Running\n\n\`\`\`\npython train.py\npython ${drawn}\n\`\`\`\n\n## Results\n\n0.93.\n`,
      'train.py': program(option(name, ours)),
      [drawn]: program(`${option('--fps', 8)}\n${option(name, ours - 2)}`),
    }),
  finds: {
    what: new RegExp(
      `${drawn}:4 says “${name} ${ours - 2}”.*README\\.md:6\\) runs with ${name} ${ours}`,
    ),
    path: drawn,
    line: 4,
  },
})

export const faults: readonly Fault[] = [
  drawsAnother('--epochs', 12, 'make_gif.py'),
  drawsAnother('--hidden', 64, 'visualize.py'),
  drawsAnother('--n-steps', 3000, 'plot_rings.py'),
]
