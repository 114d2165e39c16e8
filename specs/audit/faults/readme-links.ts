import type { Fault } from '../fault.ts'

const broken = (from: string, to: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  broken('](results.json)', '](log.json)', /the link log\.json leads to nothing/, 21),
  broken('](results.json)', '](/home/ada/results.json)', /somebody's machine/, 21),
  broken('](results.json)', '](#records)', /finds no heading #records/, 21),
  broken('](figures/accuracy.png)', '](figures/loss.png)', /the image figures\/loss\.png/, 44),
  broken(
    '![accuracy by seed, one bar more in each frame](rings.gif)',
    '<img src="ring.gif" alt="accuracy by seed">',
    /the image ring\.gif/,
    3,
  ),
  {
    of: 'stub',
    edit: { path: 'rings.gif', remove: true },
    finds: { what: /rings\.gif leads to nothing/, path: 'README.md', line: 3 },
  },
]
