import { describe, expect, it } from 'vitest'
import { saidSeeds } from '../../../src/audit/facts/said/seed-counts.ts'
import type { Rule } from '../../../src/audit/rule.ts'
import { rule as bestSeed } from '../../../src/audit/rules/shared/readme-best-seed.ts'
import { rule as consistent } from '../../../src/audit/rules/shared/readme-consistent.ts'
import { rule as factors } from '../../../src/audit/rules/shared/readme-factors.ts'
import { rule as ranks } from '../../../src/audit/rules/shared/readme-ranks.ts'
import { rule as seedTables } from '../../../src/audit/rules/shared/readme-seed-tables.ts'
import { plain, table, withResults } from './results.ts'

const found = (rule: Rule, text: string) =>
  rule.check(withResults(plain, text)).findings.map(({ what, at }) => `${at.line}: ${what}`)

const bySeed = table(
  'seed | solve rate | time',
  '-|-|-',
  '0 | 0.889 | 3 s',
  '1 | 0.852 | 4 s',
  '2 | 0.461 | 3 s',
)

describe('one seed', () => {
  it('has one value: a sentence and a table, no record needed', () => {
    expect(found(consistent, `seed 0: solve rate 0.912\n\n${bySeed}`)).toEqual([
      '5: seed 0 has two values of solve rate: 0.912 (line 5) and 0.889 (line 9)',
    ])
  })

  it('and so has a number in two tables of the same', () => {
    const twice = ['0.50', '0.60'].map((value) =>
      table('Model | solve rate', '-|-', `tree | ${value}`),
    )
    expect(found(consistent, `### Headline\n\n${twice[0]}\n\n### Results\n\n${twice[1]}`)).toEqual([
      '15: tree solve rate is 0.50 (line 9) and 0.60 (line 15)',
    ])
  })

  it.each([
    ['the same', `seed 0: solve rate 0.889\n\n${bySeed}`],
    ['rounded', `seed 0: solve rate 0.89\n\n${bySeed}`],
    ['in per cent', `seed 0: solve rate 88.9 %\n\n${bySeed}`],
    ['another seed', `seed 7: solve rate 0.912\n\n${bySeed}`],
    ['another metric', `seed 0: legal symbols 0.912\n\n${bySeed}`],
    ['another part of the data', `seed 0: solve rate on training points 0.912\n\n${bySeed}`],
    [
      'at another rate, in words',
      `Learning rate 0.1, seed 0:\n\n${table('What | Value', '-|-', 'solve rate | 0.5')}\n\nSeeds at a learning rate of 0.5:\n\n${bySeed}`,
    ],
    [
      'without something, in brackets',
      `### Headline (without bias, seed 0)\n\n${table('What | Value', '-|-', 'solve rate | 0.5')}\n\n### By seed\n\n${bySeed}`,
    ],
    [
      'two tables at two rates',
      ['0.1', '0.5']
        .map(
          (rate) =>
            `At a rate of ${rate} it is so:\n\n${table('What | Value', '-|-', `solve rate | ${rate}`)}`,
        )
        .join('\n\n'),
    ],
    [
      'two tables under two headings',
      ['with', 'without']
        .map(
          (word) =>
            `### Solved (${word} bias)\n\n${table('What | Value', '-|-', `solve rate | 0.${word.length}`)}`,
        )
        .join('\n\n'),
    ],
    ['times, which vary', `seed 0: time 39 s\n\n${bySeed}`],
    [
      'with something left out',
      `### Without bias (seed 0)\n\n${table('Model | solve rate', '-|-', 'tree | 0.5')}\n\n### By seed\n\n${bySeed}`,
    ],
    [
      'at another setting',
      `Seed 0, T = 500:\n\n${table('What | Value', '-|-', 'solve rate | 0.5')}\n\nSeeds at T = 100:\n\n${bySeed}`,
    ],
    [
      'of another arm',
      `Seed 0:\n\n${table('Model | solve rate', '-|-', 'stump | 0.5')}\n\n### Tree, by seed\n\n${bySeed}`,
    ],
    [
      'before training',
      `Untrained, seed 0:\n\n${table('What | Value', '-|-', 'solve rate | 0.1')}\n\nBy seed:\n\n${bySeed}`,
    ],
    ['a mean of rounded values', `${bySeed}\n| mean | 0.734 | 3.3 s |`],
    [
      'a mean of more seeds than are shown',
      `The mean over 50 seeds is a solve rate of 0.6.\n\n${bySeed}`,
    ],
  ])('is not accused: %s', (_, text) => expect(found(consistent, text)).toEqual([]))
})

describe('a headline', () => {
  const seeds = table('Seed | test acc', '-|-', '0 | 0.926', '1 | 0.904', '2 | 0.893')
  const with_ = (label: string, value: string) =>
    found(
      bestSeed,
      `${table('What | Value', '-|-', `${label} | ${value}`)}\n\nBy seed:\n\n${seeds}`,
    )

  it('that is the best of three is told so, with the median', () => {
    expect(with_('Final test acc', '**0.926**')).toEqual([
      '7: 0.926 is the best of 3 seeds (line 11), and their median is 0.904: say so, or give the median',
    ])
  })

  it.each([
    ['the median', 'Test acc', '0.904'],
    ['called the best', 'Best test acc', '0.926'],
    ['another metric', 'Train acc', '0.926'],
    ['none of them', 'Test acc', '0.910'],
    ['the worst', 'Test acc', '0.893'],
    ['of no known direction', 'Depth', '0.926'],
  ])('is not accused: %s', (_, label, value) => expect(with_(label, value)).toEqual([]))

  it('of two seeds has no median to fall behind', () => {
    const two = table('Seed | test acc', '-|-', '0 | 0.926', '1 | 0.904')
    expect(
      found(bestSeed, `${table('What | Value', '-|-', 'Test acc | 0.926')}\n\nBy seed:\n\n${two}`),
    ).toEqual([])
  })
})

describe('the seeds of a table', () => {
  const rows = (...seeds: number[]) =>
    table('Seed | Steps', '-|-', ...seeds.map((seed) => `${seed} | ${300 + seed}`))

  it.each([
    ['as many as are said', `Five seeds:\n\n${rows(0, 1, 2, 3, 4)}`],
    ['a range and a setting', `Seeds 0–4, 1500 epochs each:\n\n${rows(0, 1, 2, 3, 4)}`],
    ['a list', `Sanity (seeds 1, 2, 3, full default config):\n\n${rows(1, 2, 3)}`],
    [
      'one seed in a heading and more below',
      `One seed per row (seed 0 is the headline):\n\n${rows(0, 1, 2)}`,
    ],
    ['picked ones', rows(0, 7, 42, 99)],
    [
      'one that is left out, and it is said why',
      `Seed 2 ran out of memory.\n\n${rows(0, 1, 3, 4)}`,
    ],
    [
      'two numbers of seeds',
      `Two of the five seeds fail, of 10 seeds in all:\n\n${rows(0, 1, 2, 3, 4)}`,
    ],
  ])('are right: %s', (_, text) => expect(found(seedTables, text)).toEqual([]))

  it.each([
    ['seeds 0-4', 5],
    ['seeds 0..9, same settings', 10],
    ['seeds 0–7, 42, 99', 10],
    ['seeds 1, 2, and 3', 3],
    ['ten seeds', 10],
    ['10-seed sweep', 10],
    ['5 random seeds', 5],
    ['seeds 0-4, 1500 epochs', 5],
    ['seed 0, 12 epochs', null],
    ['3/10 seeds', null],
    ['--seed 0 --n-seeds', null],
  ])('are read: %s', (text, count) => {
    expect(saidSeeds(text)[0]?.count ?? null).toBe(count)
  })
})

describe('a factor', () => {
  it.each([
    'The tree forgets 0.022 vs. 0.072 of the stump, 3.3× less.',
    'The loss falls from 0.50 to 0.40, 20 % lower.',
    'The loss falls from 0.50 to 0.40, 25 % more before.',
    '0.83 against 0.70 (+19 % relative).',
    'MSE 0.0007 against 0.04, about 50× less.',
    'It takes 3.0 against 5.6 ms, over 1.5× faster.',
    'Going from 5 to 50 layers costs 3× more.',
    'With 8 vs. 16 units it is 1.5× slower.',
    'A learning rate of 0.1 against 0.05 is 3× faster.',
    'Mean over five seeds: 0.117 against 0.250, 2.22× in each.',
    'Depth 30 is 6× depth 5, with 0.926 against 0.124.',
    'It took 3 of 10 runs 2× as long as 0.5 s.',
    'The paper reports 0.5 against 0.4, 3× in its best table.',
    table(
      'Leaves | tree | stump | ratio',
      '-|-|-|-',
      '4 | 0.1012 | 0.2456 | 2.43×',
      '**mean** | 0.1125 | 0.2454 | 2.43×',
    ),
    table(
      'Leaves | sum | delta | Δ',
      '-|-|-|-',
      '5 | 0.778 | 0.785 | +0.006',
      '16 | 0.542 | 0.496 | -0.046',
    ),
    table('Leaves | tree | stump | time | ratio', '-|-|-|-|-', '4 | 0.1 | 0.2 | 3 s | 7×'),
  ])('follows, or is of other numbers: %s', (text) => expect(found(factors, text)).toEqual([]))
})

describe('a rank on every seed', () => {
  const errors = `### Test error by seed\n\n${table('variant | seed 0 | seed 1', '-|-|-', 'TREE | 0.011 | 0.008', 'STUMP | 0.005 | 0.008', 'FOREST | 0.001 | 0.001')}`

  it.each([
    'TREE is consistently last and FOREST consistently first on every seed.',
    'FOREST is best on every seed.',
    'STUMP is best on every problem.',
    'STUMP is first.',
    'Every seed is trained; what comes best on all of them is the FOREST.',
  ])('holds, or is not of the seeds: %s', (text) => {
    expect(found(ranks, `${text}\n\n${errors}`)).toEqual([])
  })

  it('does not hold', () => {
    expect(found(ranks, `STUMP is first on each seed.\n\n${errors}`)).toHaveLength(1)
  })
})
