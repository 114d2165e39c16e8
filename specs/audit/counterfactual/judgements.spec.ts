import { describe, expect, it } from 'vitest'
import { binomialUpperTail } from '../../../src/audit/counterfactual/binomial-tail.ts'
import type { AlteredRun, Change } from '../../../src/audit/counterfactual/causes.ts'
import { fallOf } from '../../../src/audit/counterfactual/falls-to-chance.ts'
import { bounded, planChanges } from '../../../src/audit/counterfactual/plan.ts'
import { quantitiesIn } from '../../../src/audit/counterfactual/quantities.ts'
import { rankSumTest } from '../../../src/audit/counterfactual/rank-sum.ts'
import { grainOf, testRates } from '../../../src/audit/counterfactual/rates.ts'
import { otherValues } from '../../../src/audit/counterfactual/settings.ts'
import { comparedTraining, givesTheSame } from '../../../src/audit/counterfactual/training.ts'
import { upperTail } from '../../../src/claims/statistics/binomial.ts'
import { decimal, toNumber } from '../../../src/claims/statistics/fraction.ts'

const training = (before: string, after: string) =>
  comparedTraining(quantitiesIn(before), null, quantitiesIn(after))

describe('what a run gave of its training', () => {
  it.each([
    [
      'epoch 1 train loss 2.31 test acc 0.1',
      'epoch 1 train loss 2.30 test acc 0.1',
      'epoch 1 train loss',
    ],
    ['{"history": {"train_loss": [2.3, 2.1]}}', '{"history": {"train_loss": [2.3, 2.0]}}', ''],
    ['epoch loss test\n1 2.31 0.1\n2 2.20 0.2', 'epoch loss test\n1 2.31 0.1\n2 2.21 0.2', ''],
    ['epoch 1: loss 2.3, test 0.1\nepoch 2: loss 2.2', 'epoch 1: loss 2.3, test 0.1', ''],
  ])('differs: %s', (before, after) => {
    expect(training(before, after).changed).toBe(1)
  })

  it.each([
    ['a test metric', 'epoch 1 train loss 2.3 test acc 0.9', 'epoch 1 train loss 2.3 test acc 0.1'],
    ['a loss of the test', 'test: loss 0.31 acc 0.9', 'test: loss 2.31 acc 0.1'],
    ['a loss that says not whose', 'final loss 0.31', 'final loss 2.31'],
    ['a time', 'train loss 2.3 trained in 1.2 s', 'train loss 2.3 trained in 1.4 s'],
  ])('is the same where %s changes', (_, before, after) => {
    expect(training(before, after).changed).toBe(0)
  })

  it('leaves out what differs between two runs without a change', () => {
    const [plain, again, altered] = ['1.0', '1.1', '1.2'].map((x) =>
      quantitiesIn(`epoch 1 train loss ${x}`),
    )
    expect(comparedTraining(plain, again, altered)).toMatchObject({ compared: 0, changed: 0 })
  })

  it('is the same where a setting is only told back', () => {
    const [one, other] = ['{"rate": 0.1, "acc": 0.9}', '{"rate": 0.09, "acc": 0.9}'].map(
      quantitiesIn,
    )
    expect(givesTheSame(one, other, '--rate')).toBe(true)
    expect(givesTheSame(one, other)).toBe(false)
  })
})

describe('the numbers', () => {
  it.each([
    [50, 10, '0.1'],
    [128, 40, '0.5'],
    [200, 23, '0.114'],
  ])('the tail of a binomial is the exact one, %i %i %s', (n, k, rate) => {
    const exact = toNumber(upperTail(n, k, decimal(Number(rate))))
    expect(binomialUpperTail(n, k, Number(rate)) / exact).toBeCloseTo(1, 10)
  })

  it.each([
    [[4, 5, 6], [1, 2, 3], 1 / 20],
    [[1, 2, 3], [4, 5, 6], 1],
    [[1, 1], [1, 1], 1],
    [[2, 3], [1, 2], 1 / 3],
  ])('the rank sums of %j and %j have p = %f', (first, second, p) => {
    expect(rankSumTest(first, second)).toBeCloseTo(p, 12)
  })

  it.each([
    [[0.125, 0.5], 100, 8],
    [[0.9185, 0.905], 100, null],
    [[0.5, 0.25], 100, 4],
    [[0.123456789], 2000, null],
  ])('the grain of %j, up to %i, is %s', (values, most, grain) => {
    expect(grainOf(values, most)).toBe(grain)
  })

  it.each([
    ['6', ['5', '3']],
    ['1', ['2', '3']],
    ['2', ['1', '3']],
    ['0.3', ['0.27', '0.15']],
    ['1e-3', ['0.0009', '0.0005']],
    ['0', ['1', '2']],
  ])('instead of %s are tried %j', (value, others) => {
    expect(otherValues(value)).toEqual(others)
  })
})

describe('the plan', () => {
  it('says what it leaves out', () => {
    const planned = planChanges({
      arms: [{ arm: 'net', seed: 0, neighbours: [5, 6], settings: [] }],
      ofData: [
        { kind: 'test labels alike', label: '0' },
        { kind: 'test labels alike', label: '1' },
        { kind: 'test labels permuted' },
      ],
    })
    expect(bounded(planned, 2)).toMatchObject({
      runs: [{ change: { kind: 'test labels permuted' } }, { seed: 5 }],
      left: [
        { what: 'neighbouring seed, net', why: 'left out by --counterfactual 2' },
        { what: 'test labels alike, net (2 runs)' },
      ],
    })
  })
})

describe('a rate with the labels permuted', () => {
  const labels = [...'0123456789']
  const data = {
    ...{ name: 'digits', trainExamples: 2000, testExamples: 10_000 },
    ...{ labels, largestShare: 0.114 },
  }
  const plain = {
    ...{ arm: 'net', seed: 0, metrics: { testAccuracy: 0.9185 } },
    ...{ isSteady: true, effort: {} },
  }
  const run = (change: Change, testAccuracy: number): AlteredRun => ({
    ...{ change, arm: 'net', seed: 0, command: '', seconds: 1, problem: null, isSame: false },
    ...{ metrics: { testAccuracy }, training: { compared: 0, changed: 0, first: [] } },
  })
  const alike = labels.map((label) => run({ kind: 'test labels alike', label }, 0.1))
  const [rate] = testRates({
    testAccuracy: { label: 'test accuracy', unit: 'fraction', better: 'higher' },
  })
  const state = (kind: 'test labels permuted' | 'training labels permuted', after: number) => {
    const altered = run({ kind }, after)
    const causes = { data, unchanged: [plain], runs: [...alike, altered], notTried: [] }
    return fallOf(causes, plain, altered, rate).state
  }

  it.each([
    ['training labels permuted', 0.1525, 'falls'],
    ['training labels permuted', 0.41, 'falls'],
    ['training labels permuted', 0.75, 'stays'],
    ['training labels permuted', 0.9185, 'stays'],
    ['test labels permuted', 0.1085, 'falls'],
    ['test labels permuted', 0.1525, 'stays'],
  ] as const)('%s, at %f it %s', (kind, after, expected) => {
    expect(state(kind, after)).toBe(expected)
  })
})
