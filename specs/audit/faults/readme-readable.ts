import type { Fault } from '../fault.ts'

const finds = (what: RegExp) => ({ what, path: 'README.md' })

export const faults: readonly Fault[] = [
  { of: 'stub', edit: { path: 'README.md', remove: true }, finds: finds(/is not there/) },
  { of: 'stub', edit: { path: 'README.md', makeFolder: true }, finds: finds(/is a folder/) },
  { of: 'stub', edit: { path: 'README.md', linkTo: '/etc/hostname' }, finds: finds(/is a link/) },
  {
    of: 'stub',
    edit: { path: 'README.md', write: `${'- '.repeat(10_000)}x` },
    finds: finds(/is nested 10000 deep/),
  },
]
