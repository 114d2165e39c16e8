import { describe, expect, it } from 'vitest'
import { encodeLosses } from '../../src/records/chain.ts'
import { verdictOf } from '../../src/report/page/verdict.ts'
import type { FinishedRun } from '../../src/report/worker/messages.ts'

const run = (losses: number[], epoch: string, digest: string, dataset = 'd'): FinishedRun => ({
  key: 'k',
  name: 'arm seed 0',
  digest,
  metrics: {},
  counts: {},
  seconds: 1,
  chain: { losses: encodeLosses(losses), epochs: [{ step: losses.length, digest: epoch }] },
  madeFrom: { dataset, kernels: 'w' },
})
const published = [
  { ...run([2, 1], 'e', 'x'), madeFrom: { dataset: 'd', kernels: 'n', source: 's' } },
]

describe('a run in the page against the published one', () => {
  it('is the same when every loss, every epoch and the result are', () => {
    const { kind, words } = verdictOf(run([2, 1], 'e', 'x'), published)
    expect(kind).toBe('same')
    expect(words).toContain('all 2 losses, the parameters after each of 1 epochs')
  })

  it('parts at the first step whose loss has another bit, and both are shown', () => {
    const { kind, words } = verdictOf(run([2, 1 + Number.EPSILON], 'f', 'y'), published)
    expect(kind).toBe('parts')
    expect(words).toContain('at step 2: the loss is 1.0000000000000002 here and 1 there')
    expect(words).toContain('The digits are the same.')
  })

  it('parts at an epoch when only the parameters differ', () => {
    const { words } = verdictOf(run([2, 1], 'f', 'y', 'other'), published)
    expect(words).toContain('by the end of epoch 1, step 2')
    expect(words).toContain('The digits already differ.')
  })

  it('parts when only the result differs', () => {
    expect(verdictOf(run([2, 1], 'e', 'y'), published).kind).toBe('parts')
  })

  it('has nothing to be held against when nobody published such a run', () => {
    expect(verdictOf({ ...run([2, 1], 'e', 'x'), key: 'other' }, published).kind).toBe(
      'unpublished',
    )
  })
})
