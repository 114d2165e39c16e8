import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDigitsHome } from './digits-home.ts'
import { findingsWith, type Planted } from './planted.ts'

const home = makeDigitsHome()
afterAll(() => rmSync(home, { recursive: true }))
const digits = { stub: 'javascript-stub', program: 'train.mjs', home }

const faults: readonly Planted[] = [
  {
    says: 'test accuracy on the training set',
    edits: [['accuracy(net, test)', 'accuracy(net, train)']],
    caughtBy: 'CAUSE-1',
    finds: /with the test labels permuted, test accuracy stays 0\.\d+, where at most/,
  },
  {
    says: 'test points among the training points',
    edits: [
      ['const net = trained(train)', 'const net = trained([...train, ...test.slice(0, 120)])'],
    ],
    caughtBy: 'CAUSE-1',
    finds:
      /with the test labels permuted, epoch train loss at epoch 1 changed|train loss at epoch 1 changed from/,
  },
]

describe('a sound stub', () => {
  it('is found to be sound', async () => {
    const { found, states } = await findingsWith({ edits: [] }, { ...digits, most: 60 })
    expect(found).toEqual([])
    expect(states).toEqual({
      'SEED-2': 'passes',
      'CAUSE-1': 'passes',
    })
  })
})

describe('a fault', () => {
  it.each(faults)('$says: $caughtBy', async (fault) => {
    const { found } = await findingsWith(fault, { ...digits, most: 2 })
    const named = found.filter((one) => one.startsWith(fault.caughtBy ?? 'none'))
    expect(named.join('\n')).toMatch(fault.finds ?? /./)
  })
})
