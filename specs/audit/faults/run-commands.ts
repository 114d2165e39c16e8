import type { Fault } from '../fault.ts'
import { folderOf } from '../settings/folder-of.ts'

const readme = (from: string, to: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

const fence =
  '```sh\nnode train.mjs --seed 0 --model net\nnode train.mjs --seed 0 --model line\nnode figures.mjs\n```\n'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    says: 'the command gives a value that is none of the choices',
    change: () =>
      folderOf({
        'README.md':
          '# Rings\n\n## Running\n\n```sh\npython train.py --rule random\n```\n\n## Results\n\n0.9.\n',
        'train.py':
          'import argparse\np = argparse.ArgumentParser()\np.add_argument("--rule", choices=("hebb", "shuffled"))\nprint(p.parse_args().rule)\n',
      }),
    finds: {
      what: /train\.py:3 gives --rule the choices hebb, shuffled, and not random/,
      path: 'README.md',
      line: 6,
    },
  },
  readme('node figures.mjs', 'papermill rings.ipynb out.txt', /there is no rings\.ipynb/, 28),
  readme(fence, 'Run the script and read its output.\n', /Running documents no command/, 23),
  readme(fence, '```python\nimport train\n```\n', /Running documents no command/, 23),
  readme('0 --model net', '0 --modle net', /knows the option --modle/, 26),
  readme('node figures.mjs', 'node plot.mjs', /there is no plot\.mjs/, 28),
  readme('node figures.mjs', '$ node figure.mjs', /there is no figure\.mjs/, 28),
]
