import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'highway-networks',
    says: 'the file at rest was edited by hand',
    change: (evidence) => ({
      ...evidence,
      goldens: evidence.goldens.map((one, i) =>
        i === 1 ? { ...one, faults: ['its seal is not the one in CHANGELOG.md'] } : one,
      ),
    }),
    finds: { what: /its seal is not/, path: 'golden/highway-networks/mnist-quick.json' },
  },
  {
    of: 'highway-networks',
    says: 'nothing was ever accepted',
    change: (evidence) => ({ ...evidence, goldens: [] }),
    finds: { unproven: /no goldens/ },
  },
]
