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
    most: 1,
    caughtBy: 'CAUSE-1',
    finds: /with the test labels permuted, test accuracy stays 0\.\d+, where at most/,
  },
  {
    says: 'test points among the training points',
    edits: [
      ['const net = trained(train)', 'const net = trained([...train, ...test.slice(0, 120)])'],
    ],
    most: 1,
    caughtBy: 'CAUSE-1',
    finds: /train loss at epoch 1 changed from \d\.\d+ to \d\.\d+ .*the test labels reach/,
  },
]

describe('an honest stub in JavaScript', () => {
  it('is found to be sound', async () => {
    const { found, states } = await findingsWith({ edits: [], most: 4 }, digits)
    expect(found).toEqual([])
    expect(states).toMatchObject({
      'CAUSE-1': 'passes',
      'CAUSE-2': 'passes',
      'CAUSE-4': expect.stringMatching(/neighbouring seed, net \(8 runs\): left out by --count/),
      'CAUSE-6': 'passes',
    })
  })
})

describe('a fault that is planted alone', () => {
  it.each(faults)('$says: $caughtBy', async (fault) => {
    const { found } = await findingsWith(fault, digits)
    const { caughtBy, finds = /./ } = fault
    expect(found.filter((one) => one.startsWith(caughtBy ?? '')).join('\n')).toMatch(finds)
  })
})
