import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWithGolden } from '../../src/goldens/comparison.ts'
import { describeComparison, summariseComparison } from '../../src/goldens/comparison-text.ts'
import { createChain } from '../../src/records/chain.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { decodeGolden, encodeGolden, type Golden, goldenOf } from '../../src/records/golden.ts'
import type { RunRecord } from '../../src/records/record.ts'
import {
  accepted,
  anyRecord,
  golden,
  id,
  job,
  judged,
  recordOf,
  records,
  terms,
} from '../records/samples.ts'

const whole = { partial: false }
const part = { partial: true }

/** The three records with one change to the run of seed 1. */
function withSeed1(changes: Partial<RunRecord>): RunRecord[] {
  return records.map((record) => (record.job.seed === 1 ? { ...record, ...changes } : record))
}

function described(changed: readonly RunRecord[], against: Golden = golden): string {
  return describeComparison(compareWithGolden(against, changed, judged, whole))
}

function nextUp(value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  view.setBigInt64(0, view.getBigInt64(0) + 1n)
  return view.getFloat64(0)
}

describe('the same runs', () => {
  it('agree with their golden, whatever they hold', () => {
    expect(described(records)).toBe(
      'tiny-paper (strokes, quick): the same bits in 3 runs and 2 claims',
    )
    fc.assert(
      fc.property(anyRecord, (any) => {
        const record = { ...any, job: { ...job, seed: 7 } }
        const text = encodeGolden(goldenOf(id, [record], [], accepted))
        expect(compareWithGolden(decodeGolden(text, 'g'), [record], [], whole).same).toBe(true)
      }),
    )
  })

  it('agree wherever and whenever they ran, and from whatever source', () => {
    const provenance = { ...records[1].provenance, node: '24.0.0', seconds: 9 }
    const madeFrom = { ...records[1].madeFrom, source: digestBytes('new source') }
    expect(described(withSeed1({ provenance, madeFrom }))).toContain('the same bits in 3 runs')
  })

  it('agree in any order', () => {
    expect(compareWithGolden(golden, records.toReversed(), judged, whole).same).toBe(true)
  })
})

describe('a golden changed by one ulp', () => {
  it('is found, and the metric, both values and the distance are named', () => {
    const edited = decodeGolden(encodeGolden(golden).replace('0.0123', `${nextUp(0.0123)}`), 'g')
    expect(described(records, edited)).toBe(
      [
        'tiny-paper (strokes, quick): differs from its golden: 1 run moved',
        '  deformed seed 0',
        `    metric testError: golden ${nextUp(0.0123)}, now 0.0123 (1 ulp apart)`,
        '    likely cause: the run itself is the same bit for bit (parameters, losses, artifacts): the golden was edited, or what is measured changed outside the paper',
      ].join('\n'),
    )
  })
})

describe('a moved run', () => {
  it('is seen by the sign of a zero, and NaN is the same as itself', () => {
    const metrics = { testError: 0, trainLoss: NaN }
    const zero = goldenOf(id, [recordOf({ metrics })], judged, accepted)
    expect(compareWithGolden(zero, [recordOf({ metrics })], judged, whole).same).toBe(true)
    const curves = { trainLoss: [2.1, -0] }
    const flat = goldenOf(id, [recordOf({ curves: { trainLoss: [2.1, 0] } })], judged, accepted)
    expect(described([recordOf({ curves })], flat)).toContain('trainLoss[1]: golden 0, now -0')
    const negative = [recordOf({ metrics: { ...metrics, testError: -0 } })]
    expect(described(negative, zero)).toContain('metric testError: golden 0, now -0 (1 ulp apart)')
  })

  it('is told by every part of it that moved', () => {
    const changes: [Partial<RunRecord>, string][] = [
      [{ metrics: { testError: 0.0123 } }, 'metric trainLoss: golden 0.3, now absent'],
      [{ counts: {} }, 'count testError: golden 123 of 10000, now absent'],
      [
        { curves: { trainLoss: [2.1, 1] } },
        'curve trainLoss[1]: golden 0.9, now 1 (900719925474099 ulp apart)',
      ],
      [{ curves: { trainLoss: [2.1] } }, 'curve trainLoss[1]: golden 0.9, now absent'],
      [{ curves: { trainLoss: [2.1, 0.9], e: [] } }, 'curve e: golden absent, now []'],
      [
        { digest: 'f'.repeat(64) },
        `digest parameters: golden ${records[1].digest.slice(0, 12)}, now ffffffffffff`,
      ],
      [{ artifacts: [] }, 'artifact W1: golden f32 [2, 3] 26d7e42e093e, now absent'],
      [
        { artifacts: [...records[1].artifacts, ...records[1].artifacts] },
        'artifact their order or number',
      ],
      [
        { config: { ...records[1].config, nesterov: 'true' } },
        'config nesterov: golden true, now "true"',
      ],
    ]
    for (const [change, words] of changes) {
      const text = described(withSeed1(change))
      expect(text).toContain('deformed seed 1\n')
      expect(text).toContain(words)
    }
  })

  it('is told where it first parted', () => {
    const chain = createChain()
    for (const loss of [2.3, 1.9]) chain.step(loss)
    chain.epoch(digestBytes('epoch 1'))
    for (const loss of [1.1000000000000003, 0.7]) chain.step(loss)
    chain.epoch(digestBytes('epoch two'))
    expect(described(withSeed1({ chain: chain.finish() }))).toContain(
      'first differs at step 3: loss golden 1.1, now 1.1000000000000003',
    )
    const [first, second] = records[1].chain.epochs
    const epochs = [first, { ...second, digest: digestBytes('epoch two') }]
    expect(described(withSeed1({ chain: { ...records[1].chain, epochs } }))).toMatch(
      /first differs at the end of epoch 2 \(step 4\): parameters golden b86bf6451\w+, now \w{12}\n/,
    )
  })

  it('is explained by what it was made from', () => {
    const digest = 'f'.repeat(64)
    const remade = (part: object) =>
      described(withSeed1({ digest, madeFrom: { ...records[1].madeFrom, ...part } }))
    const kernels = digestBytes('new kernels')
    const source = digestBytes('new source')
    expect(remade({ kernels })).toContain('likely cause: the kernels changed')
    expect(remade({ source, kernels })).toContain(
      "the kernels changed and the paper's source changed",
    )
    expect(remade({ dataset: digestBytes('other data') })).toContain("the dataset's bytes changed")
    expect(remade({})).toContain(
      'likely cause: dataset, kernels, source and configuration are unchanged: the run is nondeterministic, or this machine computes differently',
    )
    const config = { ...records[1].config, learningRate: 0.1 }
    expect(described(withSeed1({ config, digest }))).toContain('the configuration changed')
  })

  it('is shown in full three times and then named', () => {
    const many = [0, 1, 2, 3, 4].map((seed) => recordOf({ job: { ...job, seed } }))
    const moved = many.map((record) => ({ ...record, digest: 'f'.repeat(64) }))
    const text = described(moved, goldenOf(id, many, judged, accepted))
    expect(text).toContain('5 runs moved')
    expect(text.match(/likely cause/g)).toHaveLength(3)
    expect(text).toContain('  moved too: deformed seed 3, deformed seed 4')
  })
})

describe('runs that are not all there', () => {
  it('fail the golden when all were asked for', () => {
    const comparison = compareWithGolden(golden, records.slice(0, 2), judged, whole)
    expect(comparison.same).toBe(false)
    expect(describeComparison(comparison)).toBe(
      [
        'tiny-paper (strokes, quick): differs from its golden: 1 run is missing',
        '  not run: deformed seed 2',
      ].join('\n'),
    )
  })

  it('pass in part, and the others and the claims are said to be left out', () => {
    const narrowed = judged.map((claim) => ({ ...claim, outcome: 'inconclusive' }) as const)
    const comparison = compareWithGolden(golden, records.slice(0, 1), narrowed, part)
    expect(comparison.same).toBe(true)
    expect(describeComparison(comparison)).toBe(
      [
        'tiny-paper (strokes, quick): the same bits in 1 of 3 runs',
        '  not run: deformed seed 1, deformed seed 2',
        '  claims not compared, because runs are missing: deformation-helps, error-is-low',
      ].join('\n'),
    )
  })

  it('fail in part when one of them moved', () => {
    const moved = [{ ...records[0], digest: 'f'.repeat(64) }]
    expect(compareWithGolden(golden, moved, [], part).same).toBe(false)
  })

  it('never pass when there is none', () => {
    const comparison = compareWithGolden(golden, [], [], part)
    expect(comparison.same).toBe(false)
    expect(describeComparison(comparison)).toContain('nothing was compared')
  })

  it('that the golden does not know fail it', () => {
    const foreign = recordOf({ job: { ...job, seed: 9 } })
    const changed = recordOf({ job: { ...job, overrides: { momentum: 0 } } })
    const comparison = compareWithGolden(golden, [...records, foreign, changed], judged, part)
    expect(comparison.same).toBe(false)
    expect(describeComparison(comparison)).toContain(
      'not in the golden: deformed seed 9, deformed seed 0 momentum=0',
    )
  })
})

describe('claims', () => {
  it('fail the golden in either direction, with the runs the same', () => {
    const now = [
      { id: 'deformation-helps', outcome: 'inconclusive', terms },
      { id: 'new-claim', outcome: 'replicates', terms },
    ] as const
    const comparison = compareWithGolden(golden, records, now, part)
    expect(comparison.same).toBe(false)
    const text = describeComparison(comparison)
    expect(text).toContain('differs from its golden: 3 claims changed')
    expect(text).toContain('    - deformation-helps: replicates\n')
    expect(text).toContain('    + deformation-helps: inconclusive\n')
    expect(text).toContain('    + error-is-low: absent\n')
    expect(text).toContain('    - new-claim: absent\n')
  })
})

describe('the terms of a claim', () => {
  const other = { ...terms, minimalEffect: 0.001, against: { ...terms.against, arm: 'plain' } }
  const now = [{ ...judged[0], terms: other }, judged[1]]

  it('fail the golden when they are not those it was judged on, outcome and runs the same', () => {
    const comparison = compareWithGolden(golden, records, now, whole)
    expect(comparison.same).toBe(false)
    expect(describeComparison(comparison)).toBe(
      [
        'tiny-paper (strokes, quick): differs from its golden: 2 terms changed',
        '  claim deformation-helps has other terms: against.arm: golden undeformed, now plain',
        '  claim deformation-helps has other terms: minimalEffect: golden 0.002, now 0.001',
      ].join('\n'),
    )
  })

  it('are compared even when runs are missing', () => {
    expect(compareWithGolden(golden, records.slice(0, 1), now, part).same).toBe(false)
  })

  it('tell a claim that is judged here from one that is not', () => {
    const both = [
      { ...judged[0], terms: null },
      { ...judged[1], terms },
    ]
    const text = describeComparison(compareWithGolden(golden, records, both, whole))
    expect(text).toContain(
      'claim deformation-helps has other terms: judged: golden on seeds 0-2, now absent',
    )
    expect(text).toContain(
      'claim error-is-low has other terms: judged: golden absent, now on seeds 0-2',
    )
  })
})

describe('the summary of a comparison', () => {
  it('is one line', () => {
    expect(summariseComparison(compareWithGolden(golden, records, judged, whole))).toBe(
      'nothing moved',
    )
    const kernels = digestBytes('new kernels')
    const moved = withSeed1({
      metrics: { testError: 0.5, trainLoss: 0.3 },
      curves: { trainLoss: [2.1, 1] },
      madeFrom: { ...records[1].madeFrom, kernels },
    })
    const foreign = recordOf({ job: { ...job, seed: 9 } })
    const comparison = compareWithGolden(
      golden,
      [...moved.slice(1), foreign],
      [{ id: 'deformation-helps', outcome: 'partial', terms: { ...terms, alpha: 0.1 } }, judged[1]],
      whole,
    )
    expect(summariseComparison(comparison)).toBe(
      '1 of 2 runs: metric testError, curve trainLoss; the kernels changed; new: deformed seed 9; gone: deformed seed 0; claim deformation-helps: replicates → partial; claim deformation-helps: alpha 0.05 → 0.1',
    )
  })
})
