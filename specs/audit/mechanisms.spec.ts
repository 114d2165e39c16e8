import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMechanisms, probeMechanism } from '../../src/audit/probing/mechanisms.ts'
import { loadForProbes, type ProbedPaper } from '../../src/audit/probing/probed-paper.ts'
import { papers } from '../../src/papers/index.ts'
import type { MechanismFault } from './mechanism-fault.ts'

const probes = await loadMechanisms()

async function faultsOf(name: string): Promise<readonly MechanismFault[]> {
  const file = join(import.meta.dirname, 'mechanisms', `${name}.ts`)
  return existsSync(file) ? (await import(/* @vite-ignore */ file)).faults : []
}

describe.each([...probes.keys()])('the probe of %s', async (name) => {
  const faults = await faultsOf(name)
  const paper = papers.find(({ mechanisms }) => mechanisms.some((one) => one.name === name))

  it('has a paper that declares it, and faults that it must find', () => {
    expect(paper, `no paper declares ${name}: delete its probe`).toBeDefined()
    expect(faults.length, `faults in specs/audit/mechanisms/${name}.ts`).toBeGreaterThan(0)
  })
  if (!paper) return
  const declared = paper.mechanisms.find((one) => one.name === name)!
  const broken = (probed: ProbedPaper) =>
    probeMechanism(probes, probed, declared).flatMap(({ says, holds }) => (holds ? [] : [says]))

  it('finds nothing wrong with it as it is', async () => {
    expect(broken(await loadForProbes(paper))).toEqual([])
  })

  it.each(faults)('finds that $says', async ({ change, breaks }) => {
    expect(broken(change(await loadForProbes(paper), declared))).toEqual(breaks)
  })
})
