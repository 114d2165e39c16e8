import type { Fault } from '../fault.ts'

const typed = "Number(option('--seed', '0'))"

/** The comment on the first lines still says "--seed", and so does the README. */
const fixed = (of: 'stub' | 'declared-stub', what: RegExp): Fault => ({
  of,
  edit: { path: 'train.mjs', replace: [typed, '7'] },
  finds: { what, path: 'README.md', line: of === 'stub' ? 23 : 24 },
})

export const faults: readonly Fault[] = [
  fixed('stub', /takes --seed, though the README types it/),
  fixed('declared-stub', /takes --seed, though the README types it/),
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"--seed"', '"--rng"'] },
    finds: { what: /no program of the folder takes --rng:/, path: 'README.md', line: 24 },
  },
  {
    of: 'highway-networks',
    says: 'its commands choose no seed',
    change: (evidence) => ({
      ...evidence,
      commands: evidence.commands.filter(({ text }) => !text.includes('--seeds')),
    }),
    finds: { what: /no sound command .* by --seeds/, path: 'README.md' },
  },
]
