import type { Fault } from '../fault.ts'
import { stubFile } from '../stub-files.ts'

const image = '![test accuracy of both models, a bar for each seed](figures/accuracy.png)'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: [image, 'A bar for each seed.'] },
    finds: { what: /shows no PNG that lies in the folder/, path: 'README.md', line: 42 },
  },
  {
    of: 'stub',
    edit: { path: 'README.md', replace: [image, image.slice(1)] },
    finds: { what: /shows no PNG/, path: 'README.md', line: 42 },
  },
  {
    of: 'stub',
    edit: {
      path: 'figures/accuracy.png',
      write: stubFile('figures/accuracy.png').subarray(0, 150),
    },
    finds: { what: /no complete PNG: it is cut short/, path: 'README.md', line: 44 },
  },
  {
    of: 'stub',
    edit: { path: 'figures/accuracy.png', write: stubFile('rings.gif') },
    finds: { what: /does not begin as a PNG/, path: 'README.md', line: 44 },
  },
]
