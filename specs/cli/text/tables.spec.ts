import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/claims/judge.ts'
import { claimText } from '../../../src/cli/text/claim-text.ts'
import { estimateText } from '../../../src/cli/text/headline-estimate.ts'
import { hanging, table, visibleWidth, wrap } from '../../../src/cli/text/layout.ts'
import { metricsTable } from '../../../src/cli/text/metrics-table.ts'
import { outcomesText } from '../../../src/cli/text/outcomes-table.ts'
import { armsText } from '../../../src/cli/text/plan-text.ts'
import { suggestion } from '../../../src/cli/text/suggestion.ts'
import { outcomesTable } from '../../../src/docs/paper-tables.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { competeToCompute } from '../../../src/papers/compete-to-compute/index.ts'
import { papers } from '../../../src/papers/index.ts'
import { mnistDeepMlp } from '../../../src/papers/mnist-deep-mlp/index.ts'
import { readGolden } from '../../../src/records/golden.ts'
import type { RunRecord } from '../../../src/records/record.ts'
import type { PlannedJob } from '../../../src/run/plan.ts'
import { shellLine } from '../../../src/run/shell-line.ts'
import { recordOf } from '../../records/samples.ts'

const place = { dataset: 'mnist', preset: 'quick' } as const
const colours = pc.createColors(false)

function run(arm: string, seed: number, count: number): RunRecord {
  return recordOf({
    job: { paper: 'mnist-deep-mlp', ...place, arm, seed, overrides: {} },
    metrics: { testError: count / 2000, trainLoss: 0.5 },
    counts: { testError: { count, total: 2000 } },
  })
}

const records = [0, 1, 2, 3, 4].flatMap((seed) => [
  run('deformed', seed, 100 + seed),
  run('undeformed', seed, 140 + seed),
])

function texts(evidence: readonly RunRecord[]): string {
  const [claim] = mnistDeepMlp.claims
  const [judged] = judge(mnistDeepMlp, evidence, place)
  const context = { paper: mnistDeepMlp, place, records: evidence, colours, width: 100 }
  return claimText(claim, judged, context).join('\n')
}

describe('a claim', () => {
  it('stands with the reference, both sides, the votes and the outcome', () => {
    const text = texts(records)
    expect(text).toContain('✓ deformation-helps: replicates, as declared')
    expect(text).toMatch(/deformed, test error +5\.10 \[5\.00, 5\.20\] % +5 seeds/)
    expect(text).toMatch(/as they are, test error +7\.10 \[7\.00, 7\.20\] % +5 seeds/)
    expect(text.replace(/\s+/g, ' ')).toContain(
      'wins 5, losses 0, ties 0; median gain 2.00 points (at least 0.20 points asked), p = 0.031',
    )
  })

  it('whose declaration was revised after its runs says so, in the terminal and in the README', () => {
    const quick = { dataset: 'mnist', preset: 'quick' } as const
    const { records: runs } = readGolden(packageRoot, { paper: competeToCompute.slug, ...quick })
    const [claim] = competeToCompute.claims
    const [judged] = judge(competeToCompute, runs, quick)
    const context = { paper: competeToCompute, records: runs, colours, width: 100 }
    const revised = /revised after its runs: `inconclusive` was declared first/
    const text = claimText(claim, judged, { ...context, place: quick }).join('\n')
    expect(text).toMatch(new RegExp(`declaration +${revised.source}`))
    const headline = { dataset: 'mnist', preset: 'headline' } as const
    expect(claimText(claim, judged, { ...context, place: headline }).join('\n')).not.toMatch(
      revised,
    )
    const rows = outcomesTable(competeToCompute, () => null).split('\n')
    expect(rows.filter((row) => revised.test(row)).map((row) => row.split(' | ')[1])).toEqual([
      'MNIST, quick',
      'strokes, quick',
    ])
  })

  it('that comes out otherwise CONTRADICTS', () => {
    const swapped = records.map((record) => ({
      ...record,
      job: { ...record.job, arm: record.job.arm === 'deformed' ? 'undeformed' : 'deformed' },
    }))
    expect(texts(swapped)).toMatch(/✗ .*not-replicated, which CONTRADICTS what is declared: repl/)
    const claims = judge(mnistDeepMlp, swapped, place)
    expect(outcomesText(claims, place, colours).join('\n')).toMatch(
      /deformation-helps .* CONTRADICTS/,
    )
  })

  it('is undecided on a part of its runs, and says which are missing', () => {
    const text = texts(records.slice(0, 3))
    expect(text).toContain('? deformation-helps: inconclusive, not judged on a part of its runs')
    expect(text).toContain('not run: deformed on seeds 2-4; undeformed on seeds 1-4')
  })
})

describe('metrics by arm', () => {
  it('have the arms in columns where they fit, else in rows', () => {
    expect(metricsTable(mnistDeepMlp, records, 100)).toEqual([
      'mnist-deep-mlp  deformed (5)               undeformed (5)',
      'test error      5.10 [5.00, 5.20] %        7.10 [7.00, 7.20] %',
      'training loss   0.500 [0.500, 0.500] nats  0.500 [0.500, 0.500] nats',
    ])
    expect(metricsTable(mnistDeepMlp, records, 40)[1]).toMatch(/^deformed \(5\) +5\.10 \[/)
    expect(metricsTable(mnistDeepMlp, [], 100)).toEqual([])
  })
})

describe('the estimate for headline', () => {
  it('is a row a paper, all together, and the command', () => {
    const text = estimateText(
      [
        { slug: 'a', seconds: 30 },
        { slug: 'b', seconds: 31 },
      ],
      'x',
    ).join('\n')
    expect(text).toMatch(/together +about 61 s\n\nRun it with: x$/)
  })
})

describe('layout', () => {
  it('wraps words, and hangs them under a label', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(hanging('a', 3, 'one two three', 10)).toEqual(['a  one two', '   three'])
  })

  it('counts what is seen, not what colours it', () => {
    const red = pc.createColors(true).red('abc')
    expect(visibleWidth(red)).toBe(3)
    expect(table([{ head: 'x' }, { head: 'n', side: 'right' }], [[red, '1']])[0]).toBe('x    n')
  })

  it('names arms that run the same seeds together', () => {
    const jobs = (arms: string[], seeds: number[]) =>
      arms.flatMap((arm) => seeds.map((seed) => ({ job: { arm, seed } }) as PlannedJob))
    expect(armsText(jobs(['a', 'b'], [0, 1, 2]))).toBe('a, b: 0-2')
    expect(armsText([...jobs(['a', 'b', 'c', 'd'], [0]), ...jobs(['e'], [1])])).toBe(
      '4 arms: 0; e: 1',
    )
  })
})

describe('words', () => {
  it('near a slug are suggested, others not', () => {
    const slugs = papers.map(({ slug }) => slug)
    expect(suggestion('highway', slugs)).toBe(', did you mean highway-networks?')
    expect(suggestion('compete-to-compote', slugs)).toBe(', did you mean compete-to-compute?')
    expect(suggestion('resnet', slugs)).toBe('')
  })

  it('go into a shell and come back', () => {
    expect(shellLine(['run', '--set', 'a=b', "it's", 'two words'])).toBe(
      "run --set a=b 'it'\\''s' 'two words'",
    )
  })
})
