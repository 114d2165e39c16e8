import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'stub',
    edit: { path: 'README.md', replace: ['steps = 300', 'steps = 3000'] },
    finds: {
      what: /README\.md:40 says “steps = 3000”, and train\.mjs:8 has steps = 300/,
      path: 'README.md',
      on: 'steps = 3000',
    },
  },
  {
    of: 'stub',
    edit: { path: 'train.mjs', replace: ['learningRate: 0.5', 'learningRate: 0.05'] },
    finds: { what: /“learningRate = 0\.5”.*learningRate = 0\.05/, path: 'README.md' },
  },
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"hidden": 8', '"hidden": 16'] },
    finds: {
      what: /assay\.json:\d+ says “hidden: 16”, and train\.mjs:8 has hidden 8/,
      path: 'assay.json',
      on: '"hidden": 16',
    },
  },
]
