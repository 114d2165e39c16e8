import type { Fault } from '../fault.ts'

const broken = (from: string, to: string, what: RegExp, line = 41): Fault => ({
  of: 'declared-stub',
  edit: { path: 'README.md', replace: [from, to] },
  finds: { what, path: 'README.md', line },
})

export const faults: readonly Fault[] = [
  broken('learningRate = 0.5, ', '', /does not give learningRate, which is 0\.5/, 32),
  broken(
    'learningRate = 0.5',
    'learningRate = 0.05',
    /gives 0\.05 for learningRate, which is 0\.5/,
  ),
  broken('steps = 300', 'steps = 3,000', /gives 3000 for steps, which is 300/),
  broken('hidden = 8, learningRate = 0.5', 'learning rate 0.5', /does not give hidden/, 32),
  {
    of: 'declared-stub',
    edit: { path: 'assay.json', replace: ['"hidden": 8', '"hidden": 8, "weightDecay": 1e-4'] },
    finds: { what: /does not give weightDecay, which is 0\.0001/, path: 'README.md', line: 32 },
  },
  {
    of: 'highway-networks',
    says: 'the headline preset has another gate bias than the README',
    change: (evidence) => ({
      ...evidence,
      declared: evidence.declared && {
        ...evidence.declared,
        config: { ...evidence.declared.config, gateBias: -3 },
      },
    }),
    finds: { what: /for gateBias, which is -3/, path: 'README.md' },
  },
]
