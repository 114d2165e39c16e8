import { describe, expect, it } from 'vitest'
import { probesSchema } from '../../../src/audit/probes.ts'
import { loadMechanisms, probeMechanism } from '../../../src/audit/probing/mechanisms.ts'
import { probePaper, uncheckedTensors } from '../../../src/audit/probing/paper-probes.ts'
import { loadForProbes, type ProbedPaper } from '../../../src/audit/probing/probed-paper.ts'
import { rule as mechanismsHold } from '../../../src/audit/rules/mechanisms-hold.ts'
import { rule as optimiserNamed } from '../../../src/audit/rules/optimiser-named.ts'
import type { Layer } from '../../../src/nn/layer.ts'
import { heavyBall } from '../../../src/nn/optimisers/heavy-ball.ts'
import { papers } from '../../../src/papers/index.ts'
import type { DeclaredMechanism, Paper, PaperCode } from '../../../src/papers/paper.ts'
import { paperEvidenceAtRest } from '../paper-evidence.ts'

const paperOf = (slug: string) => papers.find((paper) => paper.slug === slug) as Paper
const probed = (slug: string) => loadForProbes(paperOf(slug))

/** The paper with every layer of a kind changed. */
function withLayers(
  paper: ProbedPaper,
  kind: string,
  change: (layer: Layer) => Layer,
): ProbedPaper {
  const arms = paper.arms.map((arm) => ({
    ...arm,
    parts: {
      ...arm.parts,
      layers: arm.parts.layers.map((layer) => (layer.kind === kind ? change(layer) : layer)),
    },
  }))
  return { ...paper, arms }
}

const withCode = (paper: Paper, change: Partial<PaperCode>): Paper => ({
  ...paper,
  load: async () => ({ ...(await paper.load()), ...change }),
})

const mechanisms = await loadMechanisms()

/** What is not found of the mechanisms that a paper declares. */
const broken = (probedPaper: ProbedPaper) =>
  probedPaper.paper.mechanisms
    .flatMap((declared) => probeMechanism(mechanisms, probedPaper, declared))
    .flatMap(({ says, holds }) => (holds ? [] : [says]))

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

describe('a highway layer is caught', () => {
  const swapped = (layer: Layer): Layer => ({
    ...layer,
    forward: (b, pass) =>
      layer.forward(
        { ...b, highwayGate: (y, h, t, x, length) => b.highwayGate(y, x, t, h, length) },
        pass,
      ),
  })

  it('with its two paths exchanged', async () => {
    const found = broken(withLayers(await probed('highway-networks'), 'highway', swapped))
    expect(found).toEqual([
      'a closed gate passes x on: T = 0, y = x',
      'an open gate gives H: T = 1, y = H(x)',
      'in between y = H(x) T(x) + x (1 - T(x))',
    ])
  })

  it('without the bias of H', async () => {
    const without = (layer: Layer): Layer => ({
      ...layer,
      forward(b, pass) {
        let calls = 0
        const addBias: typeof b.addBias = (...given) => {
          if (calls++ > 0) b.addBias(...given)
        }
        layer.forward({ ...b, addBias }, pass)
      },
    })
    const found = broken(withLayers(await probed('highway-networks'), 'highway', without))
    expect(found).toEqual([
      'an open gate gives H: T = 1, y = H(x)',
      'in between y = H(x) T(x) + x (1 - T(x))',
    ])
  })

  it('with a gate that starts open, or where no arm has one', async () => {
    const opened = (layer: Layer): Layer => ({
      ...layer,
      parameters: layer.parameters.map((spec) =>
        spec.name === 'biasT' ? { ...spec, initialise: (_, x) => x.fill(2) } : spec,
      ),
    })
    const paper = await probed('highway-networks')
    expect(broken(withLayers(paper, 'highway', opened))).toEqual([
      'a fresh gate is more closed than open: its bias is below 0',
    ])
    const plain = { ...paper, arms: paper.arms.filter(({ arm }) => arm.startsWith('plain')) }
    expect(broken(plain)[0]).toBe('a net has the declared layer highway')
    const gated = { ...paper, arms: paper.arms.filter(({ arm }) => arm.startsWith('highway')) }
    expect(broken(gated)).toEqual(['an arm has highway blocks, and another has not'])
  })
})

describe('a block of local winners is caught', () => {
  const lwta = async (change: Partial<Layer>) =>
    broken(
      withLayers(await probed('compete-to-compute'), 'lwta', (layer) => ({ ...layer, ...change })),
    )

  it('that lets everything pass', async () => {
    const found = await lwta({ forward: (_, { x, y }) => y.set(x) })
    expect(found).toEqual([
      'exactly one unit of a block passes, the largest, unchanged',
      'a tie goes to the lowest index',
    ])
  })

  it('that gives a tie to the last', async () => {
    const found = await lwta({
      forward(_, { x, y }) {
        for (let i = 0; i < x.length; i += 2) {
          const winner = x[i] > x[i + 1] ? i : i + 1
          y[i] = 0
          y[i + 1] = 0
          y[winner] = x[winner]
        }
      },
    })
    expect(found).toContain('a tie goes to the lowest index')
  })

  it('whose losers learn', async () => {
    const found = await lwta({ backward: (_, { dx, dy }) => dx?.set(dy) })
    expect(found).toEqual(['the losers get no gradient, the winner all of it'])
  })
})

describe('a deformation is caught', () => {
  it('that both arms have, or none', async () => {
    const paper = await probed('mnist-deep-mlp')
    const [deformed] = paper.arms
    const all = { ...paper, arms: paper.arms.map((arm) => ({ ...arm, parts: deformed.parts })) }
    expect(broken(all)).toEqual(['an arm has a deformation, and another has not'])
    expect(broken({ ...paper, arms: paper.arms.slice(1) })).toHaveLength(1)
  })

  it('whose elastic part has no strength', async () => {
    const paper = await probed('mnist-deep-mlp')
    const arms = paper.arms.map((arm) =>
      arm.parts.deformation
        ? {
            ...arm,
            parts: { ...arm.parts, deformation: { ...arm.parts.deformation, elasticAlpha: 0 } },
          }
        : arm,
    )
    expect(broken({ ...paper, arms })).toEqual([
      'elastic displacement by itself changes every image',
    ])
  })
})

describe('an average is caught', () => {
  it('that is the first column', async () => {
    const paper = await probed('mcdnn-image-bench')
    const train: PaperCode['train'] = (run, parts) =>
      paper.code.train({ ...run, inputs: run.inputs.slice(0, 1) }, parts)
    const found = broken({ ...paper, code: { ...paper.code, train } })
    expect(found[0]).toBe("its answer is the mean of the 5 columns' probabilities")
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
