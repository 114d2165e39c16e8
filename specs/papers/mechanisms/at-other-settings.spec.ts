import { describe, expect, it } from 'vitest'
import { loadMechanisms, probeMechanism } from '../../../src/audit/probing/mechanisms.ts'
import { loadForProbes } from '../../../src/audit/probing/probed-paper.ts'
import { papersWith } from '../arms.ts'

const probes = await loadMechanisms()

/** What a probe does not find, in the same nets with other settings. */
async function wrong(name: string, overrides: Record<string, number>): Promise<string[]> {
  const found = papersWith(name).map(async ({ paper, declared }) =>
    probeMechanism(probes, await loadForProbes(paper, overrides), declared),
  )
  const sentences = (await Promise.all(found)).flat()
  expect(sentences.length).toBeGreaterThan(3)
  return sentences.flatMap(({ says, holds }) => (holds ? [] : [says]))
}

describe('a mechanism is what it is at other settings, too', () => {
  it.each([2, 4, 8])('winners of blocks of %d', async (blockSize) => {
    expect(await wrong('local-winner-take-all', { blockSize })).toEqual([])
  })

  it('a gate that starts open is a gate', async () => {
    expect(await wrong('highway-gate', { gateBias: 2 })).toEqual([
      'a fresh gate is more closed than open: its bias is below 0',
    ])
  })

  it('a gate that is nearly shut is a gate', async () => {
    expect(await wrong('highway-gate', { gateBias: -800 })).toEqual([])
  })
})
