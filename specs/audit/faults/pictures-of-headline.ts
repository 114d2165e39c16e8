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

/** A number in the words about a picture is no setting of it: 160 is a period of the waves. */
const otherNumber: Fault = {
  of: 'stub',
  says: 'the picture shows half of the length, and its number stands in words about something else',
  change: () =>
    folderOf({
      'README.md':
        '# Waves\n\n## Running\n\n```\npython train.py\npython make_gif.py\n```\n\n## Visualizations\n\nBlack: waves of the periods 8, 32 and 160.\n',
      'train.py': program(option('--T', 320)),
      'make_gif.py': program(option('--T', 160)),
    }),
  finds: { what: /make_gif\.py:3 says “--T 160”/, path: 'make_gif.py', line: 3 },
}

export const faults: readonly Fault[] = [
  otherNumber,
  drawsAnother('--epochs', 12, 'make_gif.py'),
  drawsAnother('--hidden', 64, 'visualize.py'),
  drawsAnother('--n-steps', 3000, 'plot_rings.py'),
]
