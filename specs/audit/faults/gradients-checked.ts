import { changeFirst, withProbes } from '../changed.ts'
import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'highway-networks',
    says: 'the gradient of one gate bias has its sign flipped',
    change: (evidence) =>
      withProbes(evidence, ({ gradients }) => ({
        gradients: changeFirst(
          gradients,
          ({ tensor }) => tensor === '17.highway.biasT',
          (one) => ({ ...one, error: 2, passes: false }),
        ),
      })),
    finds: {
      what: /17\.highway\.biasT of “highway, depth 30” is off by 2\.0/,
      path: 'train.ts',
      on: 'gradientCases: [',
    },
  },
  {
    of: 'compete-to-compute',
    says: 'the case of the LWTA net is taken out',
    change: (evidence) =>
      withProbes(evidence, () => ({ unchecked: ['lwta: dense.weight, among dense, lwta layers'] })),
    finds: {
      what: /no gradient case stands for lwta: dense\.weight/,
      path: 'train.ts',
      on: 'gradientCases: ',
    },
  },
  {
    of: 'mnist-deep-mlp',
    says: 'there is no gradient case at all',
    change: (evidence) => withProbes(evidence, () => ({ gradients: [] })),
    finds: { what: /there is no gradient case/, path: 'train.ts', on: 'gradientCases: ' },
  },
]
