import type { Fault } from '../fault.ts'
import { stubFile } from '../stub-files.ts'

const gif = stubFile('rings.gif').toString('latin1')

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'results.json', replace: ['0.972', '0.973'] },
    finds: {
      what: /made of the record [0-9a-f]{12}…, which is not results\.json/,
      path: 'rings.gif',
    },
  },
  {
    of: 'stub',
    edit: { path: 'rings.gif', write: Buffer.from(gif.replace('assay:', 'other:'), 'latin1') },
    finds: { what: /does not say which record it was made of/, path: 'rings.gif' },
  },
]
