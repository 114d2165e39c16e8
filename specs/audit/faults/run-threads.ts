import type { Fault } from '../fault.ts'

export const faults: readonly Fault[] = [
  {
    of: 'declared-stub',
    edit: {
      path: 'train.mjs',
      replace: ['steps: 300', "steps: 300 - 50 * Number(process.env.OMP_NUM_THREADS ?? '0')"],
    },
    runs: { net: '0' },
    finds: { what: /net, seed 0: one thread and two differ .*testAccuracy/, path: 'train.mjs' },
  },
]
