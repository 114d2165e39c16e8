import type { Fault } from '../fault.ts'

const stale =
  'src/papers/mnist-deep-mlp/README.md:78: the claims block is stale or was edited by hand. Run: npm run docs\n  it says:     1.34\n  should say:  1.33'

export const faults: readonly Fault[] = [
  {
    of: 'mnist-deep-mlp',
    says: 'a median in the claims table was changed by hand',
    change: (evidence) => ({ ...evidence, stale: [stale] }),
    finds: { what: /claims block is stale .* should say: 1\.33/, path: 'README.md', line: 78 },
  },
]
