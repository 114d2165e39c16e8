import type { Fault } from '../fault.ts'

const readme = (from: string, to: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

const fence =
  '```sh\nnode train.mjs --seed 0 --model net\nnode train.mjs --seed 0 --model line\nnode figures.mjs\n```\n'

export const faults: readonly Fault[] = [
  readme(fence, 'Run the script and read its output.\n', /Running documents no command/, 23),
  readme(fence, '```python\nimport train\n```\n', /Running documents no command/, 23),
  readme('0 --model net', '0 --modle net', /knows the option --modle/, 26),
  readme('node figures.mjs', 'node plot.mjs', /there is no plot\.mjs/, 28),
  readme('node figures.mjs', '$ node figure.mjs', /there is no figure\.mjs/, 28),
]
