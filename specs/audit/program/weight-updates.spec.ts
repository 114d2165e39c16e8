import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/audit/evidence.ts'
import { parseDocument } from '../../../src/audit/facts/document/parse.ts'
import { announcedOptimisers } from '../../../src/audit/facts/program/announced-optimiser.ts'
import { optimiserFaults } from '../../../src/audit/facts/program/optimiser-faults.ts'
import { readProgram } from '../../../src/audit/facts/program/program.ts'

function faultsOf(readme: string, code: string, language: 'python' | 'javascript' = 'python') {
  const page = parseDocument('README.md', `# Title\n\n## Results\n\n${readme}\n`)
  const evidence = { readme: { state: 'read', page } } as unknown as Evidence
  const sources = [readProgram('net.py', code, language)]
  return optimiserFaults(evidence, announcedOptimisers(evidence, sources), sources)
}

const nesterov = 'Trained with Nesterov momentum 0.9.'
const adam = 'Optimiser: Adam, learning rate 0.001.'

describe('Nesterov, announced', () => {
  it.each([
    ['v = mu * v + g\nw -= lr * v', 2],
    ['v = mu * v - lr * g\nw = w + v', 2],
    ['self.v[k] = self.mu * self.v[k] + grads[k]\nself.p[k] -= self.lr * self.v[k]', 2],
    ['for p, g, v in zip(P, G, V):\n    v *= mu\n    v += g\n    p -= lr * v', 4],
    ['vW1 = momentum * vW1 - lr * dW1\nvb1 = momentum * vb1 - lr * db1\nW1 += vW1\nb1 += vb1', 3],
    ['v = 0.9 * v + g\nw = w - lr * v', 2],
    ['v = v * beta + (g + decay * w)\nw -= lr * v', 2],
    ['opt = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)', 1],
    ['opt = optim.SGD(p, lr=lr, momentum=0.9, nesterov=False)', 1],
  ])('is heavy-ball: %j', (code, line) => {
    const [fault] = faultsOf(nesterov, code)
    expect(fault?.what).toMatch(/announced as Nesterov .*heavy-ball/)
    expect(fault?.at).toEqual({ path: 'net.py', line })
  })

  it.each([
    'v = mu * v + g\nw -= lr * (g + mu * v)',
    'v = mu * v - lr * g\nw += mu * v - lr * g',
    'v_prev = v.copy()\nv = mu * v - lr * g\nw += -mu * v_prev + (1 + mu) * v',
    'w_ahead = w + mu * v\ng = grad(w_ahead)\nv = mu * v - lr * g\nw += v',
    'self.v[k] = self.mu * self.v[k] + g\nstep = g + self.mu * self.v[k]\nself.p[k] -= self.lr * step',
    'opt = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9, nesterov=True)',
    'opt = torch.optim.SGD(net.parameters(), **settings)',
    'opt = tf.keras.optimizers.SGD(lr, momentum=0.9, nesterov=True)',
    'lr = lr * decay\nw -= lr * g',
  ])('is not called otherwise: %j', (code) => {
    expect(faultsOf(nesterov, code)).toEqual([])
  })

  it('is not announced by what is denied, or said of others', () => {
    const code = 'v = mu * v + g\nw -= lr * v'
    for (const readme of [
      'Heavy-ball momentum instead of Nesterov.',
      'The paper uses Nesterov momentum.',
      'No Nesterov term.',
      '| nesterov | false |\n|---|---|\n| lr | 0.1 |',
    ])
      expect(faultsOf(readme, code), readme).toEqual([])
  })

  it('in a table, and in JavaScript', () => {
    const table = '| Setting | Value |\n|---|---|\n| optimiser | Nesterov, 0.9 |'
    const code =
      'for (let i = 0; i < n; i++) v[i] = mu * v[i] + g[i]\nfor (let i = 0; i < n; i++) w[i] -= rate * v[i]\n'
    expect(faultsOf(table, code, 'javascript')[0]?.at).toEqual({ path: 'net.py', line: 2 })
  })
})

describe('Adam, announced', () => {
  const moments = 'm = b1 * m + (1 - b1) * g\nv = b2 * v + (1 - b2) * g ** 2\n'

  it.each([
    ['w -= lr * g', /moves like sgd/, 1],
    ['v = mu * v + g\nw -= lr * v', /moves like heavy-ball/, 2],
    [`${moments}w -= lr * m / (np.sqrt(v) + eps)`, /not corrected/, 3],
    [`${moments}denom = np.sqrt(v) + eps\nw = w - lr * m / denom`, /not corrected/, 4],
  ])('is none: %j', (code, what, line) => {
    const [fault] = faultsOf(adam, code)
    expect(fault?.what).toMatch(what)
    expect(fault?.at.line).toBe(line)
  })

  it.each([
    `${moments}mh = m / (1 - b1 ** t)\nvh = v / (1 - b2 ** t)\nw -= lr * mh / (np.sqrt(vh) + eps)`,
    `${moments}lr_t = lr * math.sqrt(1 - b2**t) / (1 - b1**t)\nw -= lr_t * m / (v ** 0.5 + eps)`,
    `b1_t *= beta1\n${moments}w -= lr * (m / (1 - b1_t)) / (sqrt(v / (1 - b2_t)) + eps)`,
    'opt = torch.optim.Adam(net.parameters(), lr=1e-3)',
    'model.compile(optimizer="adam", loss="mse")',
    'params = opt.step(params, grads)',
  ])('is not called otherwise: %j', (code) => {
    expect(faultsOf(adam, code)).toEqual([])
  })

  it('is not announced by a name', () => {
    expect(faultsOf('Thanks to Adam Smith for training data.', 'w -= lr * g')).toEqual([])
  })
})

describe('momentum, announced', () => {
  it('is sgd where no velocity is kept', () => {
    const [fault] = faultsOf('SGD, momentum 0.9.', 'x = 1\nself.W -= self.lr * dW')
    expect(fault?.what).toMatch(/moves like sgd: no velocity/)
    expect(fault?.at.line).toBe(2)
  })

  it.each([
    ['SGD without momentum.', 'w -= lr * g'],
    ['SGD, momentum 0.', 'w -= lr * g'],
    [
      'SGD, momentum 0.9.',
      'velocity = [mu * v + g for v, g in zip(velocity, grads)]\nfor w, v in zip(W, velocity): w -= lr * v',
    ],
    ['SGD, momentum 0.9.', 'opt = torch.optim.SGD(p, lr=0.1, momentum=0.9)'],
  ])('%s is true: %j', (readme, code) => {
    expect(faultsOf(readme, code)).toEqual([])
  })
})
