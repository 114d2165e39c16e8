import type { Fault } from '../fault.ts'

const edit = (of: 'stub' | 'declared-stub', from: string, to: string, what: RegExp): Fault => ({
  of,
  edit: { path: 'results.json', replace: [from, to] },
  finds: { what, path: 'results.json' },
})

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'results.json', remove: true },
    finds: { what: /records a run; commit one/, path: '.' },
  },
  edit(
    'stub',
    '"environment": { "node": "20.20.2", "platform": "linux" },\n',
    '',
    /has no environment; it has configuration, seed, metrics$/,
  ),
  {
    of: 'declared-stub',
    edit: { path: 'results.json', write: '{"learningRate": 0.5, "seed": 0, "node": "20"}' },
    finds: { what: /no JSON, JSONL or CSV file of the folder records a run/, path: 'results.json' },
  },
  {
    of: 'stub',
    edit: { path: 'results.json', write: '{"testAccuracy": 0.966}' },
    finds: {
      what: /has no configuration and no seed and no environment; it has metrics/,
      path: 'results.json',
    },
  },
  {
    of: 'stub',
    edit: { path: 'results.json', write: 'seed: 0' },
    finds: { what: /records a run/, path: 'results.json' },
  },
  {
    of: 'highway-networks',
    says: 'the headline was never accepted',
    change: (evidence) => ({
      ...evidence,
      goldens: evidence.goldens.filter(({ golden }) => golden.preset !== 'headline'),
    }),
    finds: {
      what: /there is no golden\/highway-networks\/mnist-headline.json; run: assay run/,
      path: 'golden/highway-networks/mnist-headline.json',
    },
  },
]
