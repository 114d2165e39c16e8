import { weightsOf } from '../../../src/audit/optimiser-formulas.ts'
import { changeFirst, withProbes } from '../changed.ts'
import type { Fault } from '../fault.ts'

const step = '    outer[i] -= rate * dOuter[i]'

/** The paper's own probe, as it would come out if its weights moved by another rule. */
const movesLike = (of: string, arm: string, rule: string, what: RegExp): Fault => ({
  of,
  says: `${arm} moves like ${rule}`,
  change: (evidence) =>
    withProbes(evidence, ({ optimisers }) => ({
      optimisers: changeFirst(
        optimisers,
        (one) => one.arm === arm,
        (one) => ({ ...one, weights: weightsOf(rule, one) }),
      ),
    })),
  finds: { what, path: 'train.ts', on: 'optimiser: {' },
})

const pytorch = `import torch
# trained with Nesterov momentum
optimiser = torch.optim.SGD(
    net.parameters(), lr=0.1, momentum=0.9)
`

const adam = `def adam_step(w, g, m, v, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """Adam, in place."""
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g * g
    w -= lr * m / (np.sqrt(v) + eps)
`

export const faults: readonly Fault[] = [
  movesLike(
    'mnist-deep-mlp',
    'deformed',
    'heavy-ball',
    /announced as nesterov, moves like heavy-ball/,
  ),
  movesLike(
    'mcdnn-image-bench',
    'column',
    'nesterov',
    /announced as nesterov-rate-in-velocity, moves like nesterov: after step 3/,
  ),
  movesLike(
    'compete-to-compute',
    'lwta',
    'sgd',
    /lwta: announced as heavy-ball, moves like sgd: after step 2/,
  ),
  {
    of: 'highway-networks',
    says: 'Adam without its bias correction',
    change: (evidence) =>
      withProbes(evidence, ({ optimisers }) => ({
        optimisers: optimisers.map((one) => ({
          ...one,
          weights: one.weights.map((w) => w + 1e-6),
        })),
      })),
    finds: {
      what: /plain-depth-50: announced as adam, moves like none that is known/,
      path: 'train.ts',
      on: "announced: 'adam'",
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'train.mjs',
      replace: [
        step,
        '    // Nesterov\n    velocity[i] = 0.9 * velocity[i] + dOuter[i]\n    outer[i] -= rate * velocity[i]',
      ],
    },
    finds: {
      what: /announced as Nesterov \(train\.mjs:\d+\), moves like heavy-ball/,
      path: 'train.mjs',
      on: 'outer[i] -= rate * velocity[i]',
    },
  },
  {
    of: 'declared-stub',
    edit: {
      path: 'README.md',
      replace: ['Settings: hidden = 8,', 'Trained with momentum 0.9.\n\nSettings: hidden = 8,'],
    },
    finds: {
      what: /announced as momentum \(README\.md:\d+\), moves like sgd/,
      path: 'train.mjs',
      on: 'outer[i] -= rate * dOuter[i]',
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'README.md',
      replace: ['Settings: hidden = 8,', 'Settings: Adam optimiser, hidden = 8,'],
    },
    finds: {
      what: /announced as Adam .* moves like sgd: no step is divided/,
      path: 'train.mjs',
      on: 'outer[i] -= rate * dOuter[i]',
    },
  },
  {
    of: 'stub',
    edit: { path: 'net.py', write: pytorch },
    finds: { what: /SGD is called without nesterov=True/, path: 'net.py', line: 3 },
  },
  {
    of: 'stub',
    edit: { path: 'adam.py', write: adam },
    finds: {
      what: /announced as Adam \(adam\.py:2\), but its moments are not corrected/,
      path: 'adam.py',
      line: 7,
    },
  },
  {
    of: 'stub',
    edit: {
      path: 'net.py',
      write:
        'class Nesterov:\n    def step(self, p, g):\n        for k in p:\n            self.v[k] = self.mu * self.v[k] - self.lr * g[k]\n            p[k] += self.v[k]\n',
    },
    finds: { what: /moves like heavy-ball/, path: 'net.py', line: 5 },
  },
]
