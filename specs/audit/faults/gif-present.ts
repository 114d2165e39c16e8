import type { Fault } from '../fault.ts'

const image = '![accuracy by seed, one bar more in each frame](rings.gif)'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: [`${image}\n`, ''] },
    finds: {
      what: /the header shows no GIF, though the folder has rings\.gif/,
      path: 'README.md',
      line: 1,
    },
  },
  {
    of: 'stub',
    edit: { path: 'rings.gif', remove: true },
    finds: { what: /there is no GIF/, path: 'README.md', line: 1 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: [image, `## Animation\n\n${image}`] },
    finds: { what: /rings\.gif stands below the header/, path: 'README.md', line: 5 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['](rings.gif)', '](https://example.org/rings.gif)'] },
    finds: { what: /the header shows no GIF/, path: 'README.md', line: 1 },
  },
]
