import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { digestBytes } from '../../../src/records/digest.ts'
import { makeDigitsHome } from './digits-home.ts'
import { findingsWith, type Planted } from './planted.ts'

const home = makeDigitsHome()
afterAll(() => rmSync(home, { recursive: true }))
const digestOfTestLabels = (folder: string) =>
  digestBytes(readFileSync(join(folder, '.cache', 'digits', 't10k-labels-idx1-ubyte')))
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

describe('a program that holds its data to a digest', () => {
  it('is asked nothing about other data, and it is said why', async () => {
    const check =
      "import { createHash } from 'node:crypto'\nimport { readFileSync } from 'node:fs'\nconst sum = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')"
    const test =
      "const labels = join(cache, 't10k-labels-idx1-ubyte')\nif (sum(labels) !== DIGEST) throw new Error('these are other labels')\nconst test = readDigits('t10k')"
    const digest = digestOfTestLabels(home)
    const edits: Planted['edits'] = [
      ["import { readFileSync } from 'node:fs'", check],
      ["const test = readDigits('t10k')", test.replace('DIGEST', `'${digest}'`)],
    ]
    const { states } = await findingsWith({ edits, most: 1 }, digits)
    expect(states['CAUSE-1']).toMatch(
      /not tried: with test labels permuted it gives no result \(it ended.*\)/,
    )
  })
})
