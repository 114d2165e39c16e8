import type { Fault } from '../fault.ts'

const leads = (path: string, linkTo: string): Fault => ({
  of: 'stub',
  edit: { path, linkTo },
  finds: { what: /is outside of the folder/, path },
})

export const faults: readonly Fault[] = [
  leads('data', '/etc'),
  leads('figures/more', '../../elsewhere'),
  leads('up', '..'),
  leads('gone', '/nowhere/at/all'),
]
