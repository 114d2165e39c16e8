import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDigitsHome } from './digits-home.ts'
import { findingsWith, type Planted } from './planted.ts'

const home = makeDigitsHome()
afterAll(() => rmSync(home, { recursive: true }))
const digits = { stub: 'javascript-stub', program: 'train.mjs', home }

const faults: readonly Planted[] = [
  {
    says: 'the better of two restarts by test accuracy',
    edits: [
      [
        'const net = trained(train)',
        'const [net] = [trained(train), trained(train)].sort((a, b) => accuracy(b, test) - accuracy(a, test))',
      ],
    ],
    most: 22,
    caughtBy: 'CAUSE-1',
    finds: /once for each of 10 labels, the right answers add up to 1\.\d+/,
  },
]

describe('a stub in JavaScript', () => {
  it('that is honest is found to be sound', async () => {
    const { found, states } = await findingsWith({ edits: [], most: 60 }, digits)
    expect(found).toEqual([])
    expect(Object.entries(states).filter(([, state]) => state !== 'passes')).toEqual([
      ['CAUSE-5', 'no claim compares two arms'],
    ])
  })

  it.each(faults)('with a fault: $says: $caughtBy', async (fault) => {
    const { found } = await findingsWith(fault, digits)
    const { caughtBy, finds = /./ } = fault
    expect(found.filter((one) => one.startsWith(caughtBy ?? '')).join('\n')).toMatch(finds)
  })
})
