import { basename, resolve } from 'node:path'
import type { Evidence } from '../evidence.ts'

/** The evidence of a folder of which nothing can be read: that it is so, and why. */
export function unreadableStub(folder: string, why: string): Evidence {
  return {
    subject: { kind: 'stub', name: basename(resolve(folder)) },
    files: [],
    readme: { state: 'unreadable', path: 'README.md', why: `was not read: ${why}` },
    declared: null,
    goldens: [],
    pinnedData: {},
    commands: [],
    links: [],
    stale: [],
    runs: null,
    probes: null,
    unreadable: why,
  }
}
