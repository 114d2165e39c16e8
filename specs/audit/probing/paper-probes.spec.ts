import { describe, expect, it } from 'vitest'
import { probesSchema } from '../../../src/audit/probes.ts'
import { loadMechanisms, probeMechanism } from '../../../src/audit/probing/mechanisms.ts'
import { probePaper, uncheckedTensors } from '../../../src/audit/probing/paper-probes.ts'
import { loadForProbes, type ProbedPaper } from '../../../src/audit/probing/probed-paper.ts'
import { rule as mechanismsHold } from '../../../src/audit/rules/own/mechanisms-hold.ts'
import { rule as optimiserNamed } from '../../../src/audit/rules/shared/optimiser-named.ts'
import { heavyBall } from '../../../src/nn/optimisers/heavy-ball.ts'
import { papers } from '../../../src/papers/index.ts'
import type { DeclaredMechanism, Paper, PaperCode } from '../../../src/papers/paper.ts'
import { paperEvidenceAtRest } from '../paper-evidence.ts'

const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug) as Paper
const probed = (slug: string) => loadForProbes(paperOf(slug))

const withCode = (paper: Paper, change: Partial<PaperCode>): Paper => ({
  ...paper,
  load: async () => ({ ...(await paper.load()), ...change }),
})

const mechanisms = await loadMechanisms()

/** The paper with other mechanisms declared. */
const declaring = (probedPaper: ProbedPaper, ...declared: DeclaredMechanism[]): ProbedPaper => ({
  ...probedPaper,
  paper: { ...probedPaper.paper, mechanisms: declared },
})

describe.each(papers)('the probes of $slug', (paper) => {
  it('find nothing wrong, and come out the same again', async () => {
    const probes = await probePaper(paper)
    expect(probesSchema.safeParse(probes).error).toBeUndefined()
    expect(probes.gradients.filter(({ passes }) => !passes)).toEqual([])
    expect(probes.unchecked).toEqual([])
    expect(probes.mechanisms.filter(({ holds }) => !holds)).toEqual([])
    expect(probes.mechanisms.length).toBeGreaterThan(3)
    expect(await probePaper(paper)).toEqual(probes)
  })
})

describe('an optimiser is caught', () => {
  it('that is announced as Nesterov and made as heavy-ball', async () => {
    const paper = paperOf('mnist-deep-mlp')
    const { parts } = await paper.load()
    const false_ = withCode(paper, {
      parts: (config) => ({
        ...parts(config),
        optimiser: { announced: 'nesterov', make: heavyBall(0.9) },
      }),
    })
    const evidence = {
      ...(await paperEvidenceAtRest(paper.slug)),
      probes: await probePaper(false_),
    }
    const { findings } = optimiserNamed.check(evidence)
    expect(findings.map(({ what }) => what.split(':').slice(0, 2).join(':'))).toEqual([
      'deformed: announced as nesterov, moves like heavy-ball',
      'undeformed: announced as nesterov, moves like heavy-ball',
    ])
  })
})

describe('a gradient that nobody checks is named', () => {
  it('when the case of a net is taken out', async () => {
    const { arms, code } = await probed('compete-to-compute')
    const cases = code.gradientCases.map(({ layers }) => layers)
    expect(uncheckedTensors(arms, cases.slice(0, 1))).toEqual([
      'lwta: dense.weight, among dense, lwta layers',
      'lwta: dense.bias, among dense, lwta layers',
    ])
  })
})

describe('a declared mechanism is told what is wrong with it', () => {
  const said = async (slug: string, declared: DeclaredMechanism) => {
    const paper = declaring(await probed(slug), declared)
    return probeMechanism(mechanisms, paper, declared).map(({ says, seen }) => `${says}: ${seen}`)
  }

  const known = [...mechanisms.keys()].join(', ')

  it('when there is no probe of its name', async () => {
    expect(await said('mnist-deep-mlp', { name: 'telepathy' })).toEqual([
      `src/audit/mechanisms has a probe called telepathy: there is ${known}`,
    ])
  })

  it('when its layer, its tensors and its keys are not in the paper', async () => {
    const [gate] = paperOf('highway-networks').mechanisms
    const nameless = await said('mnist-deep-mlp', { name: 'highway-gate' })
    expect(nameless).toContain('the declaration names its layer: there is dense, tanh')
    expect(nameless).toContain('the declaration names the tensor gateBias: there is none')
    expect(await said('mnist-deep-mlp', gate)).toContain(
      'a net has the declared tensor highway.biasT: there is dense.weight, dense.bias',
    )
    const renamed = { ...gate, tensors: { ...gate.tensors, gateBias: 'highway.gate' } }
    expect(await said('highway-networks', renamed)).toEqual([
      'a net has the declared tensor highway.gate: there is dense.weight, dense.bias, highway.weightH, highway.biasH, highway.weightT, highway.biasT',
    ])
    const keyed = { name: 'local-winner-take-all', layer: 'lwta', keys: { block: 'size' } }
    const [fault] = await said('compete-to-compute', keyed)
    expect(fault).toMatch(/^the config has the declared key size: there is dtype, batchSize/)
  })

  it('and the audit finds it', async () => {
    const paper = paperOf('mnist-deep-mlp')
    const { mechanisms: found } = await probePaper({
      ...paper,
      mechanisms: [{ name: 'telepathy' }],
    })
    const evidence = await paperEvidenceAtRest(paper.slug)
    const { findings } = mechanismsHold.check({
      ...evidence,
      declared: { ...evidence.declared!, mechanisms: ['telepathy'] },
      probes: { ...evidence.probes!, mechanisms: found },
    })
    expect(findings.map(({ what }) => what)).toEqual([
      `telepathy: it does not hold that src/audit/mechanisms has a probe called telepathy: there is ${known}`,
    ])
  })
})
