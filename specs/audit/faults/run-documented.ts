import type { Fault } from '../fault.ts'

const withCommand = (command: string, what: RegExp): Fault => ({
  of: 'declared-stub',
  edit: { path: 'assay.json', replace: ['["node", "train.mjs"]', command] },
  finds: { what, path: 'assay.json' },
})

export const faults: readonly Fault[] = [
  withCommand('["node", "figures.mjs", "x"]', /documents no command that begins with node figures/),
  withCommand('["sh", "-c", "cat results.json"]', /runs no program of the folder/),
  withCommand('["node", "train.mjs", "--nice"]', /does not document --nice/),
]
