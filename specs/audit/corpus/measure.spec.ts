import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Audit, AuditedFinding } from '../../../scripts/accuracy/audited.ts'
import type { LabelledFolder } from '../../../scripts/accuracy/labels.ts'
import { measure } from '../../../scripts/accuracy/measure.ts'
import { rate, tally } from '../../../scripts/accuracy/tally.ts'
import { reads } from './edits.ts'

const settings = { path: 'README.md', on: 'Settings: hidden = 8' }

/** The rings with two planted faults, one thing that is fine, and a form of ours. */
const labelled: LabelledFolder = {
  name: 'rings',
  lies: 'specs/audit/stub',
  pictures: [],
  negatives: [{ resembles: 'setting', says: 'as in the code', at: [settings] }],
  forms: [{ clause: 'FORM-1', says: 'only we ask for it' }],
  cases: [
    {
      edits: [reads('learningRate = 0.5', 'learningRate = 0.7')],
      faults: [
        {
          kind: 'setting',
          says: 'the code has 0.5',
          at: [settings],
          names: /0\.7/,
          clauses: ['A-1'],
        },
        {
          kind: 'run',
          says: 'only a run shows it',
          at: [{ path: 'train.mjs' }],
          names: /run/,
          clauses: ['A-2'],
          needs: 'running',
        },
      ],
    },
  ],
}
const order = { clauses: ['A-1', 'A-2', 'FORM-1'], kinds: ['setting', 'run'] }

const finding = (clause: string, what: string, line: number | null): AuditedFinding => ({
  ...{ id: `${clause} ${what}`, clause, what, path: 'README.md', line },
})
const sees = finding('A-1', 'learningRate is 0.7 here and 0.5 there', 41)
const form = finding('FORM-1', 'not in our form', null)

/** An audit that says `always`, and `planted` where the fault is in. */
const audit =
  (always: readonly AuditedFinding[], planted: readonly AuditedFinding[]): Audit =>
  async (folder) => {
    const isPlanted = readFileSync(`${folder}/README.md`, 'utf8').includes('0.7')
    return isPlanted ? [...always, ...planted] : always
  }

async function accuracyOf(always: readonly AuditedFinding[], planted: readonly AuditedFinding[]) {
  const measured = await measure([labelled], { audit: audit(always, planted), run: false })
  return tally(measured, order)
}

describe('what is measured', () => {
  it('is perfect for an audit that finds the fault and nothing else', async () => {
    const { precision, recall, accused, pedantic, notMeasured } = await accuracyOf([], [sees])
    expect([precision.count, precision.of]).toEqual([1, 1])
    expect([recall.count, recall.of]).toEqual([1, 1])
    expect([accused.count, accused.of]).toEqual([0, 1])
    expect(pedantic).toBe(0)
    expect(notMeasured).toBe(1)
  })

  it('loses recall when nothing is found', async () => {
    const { precision, recall } = await accuracyOf([], [])
    expect(precision).toEqual({ count: 0, of: 0, interval: null })
    expect([recall.count, recall.of]).toEqual([0, 1])
  })

  it.each([
    ['that points elsewhere', finding('A-1', 'learningRate is 0.7 here', 3)],
    ['that names something else', finding('A-1', 'hidden is 8 here', 41)],
    ['of another file', { ...sees, id: 'other', path: 'train.mjs' }],
    ['without a line and a name', finding('A-1', 'something is wrong', null)],
  ])('loses precision by a made-up rule %s', async (_, wrong) => {
    const { precision, recall } = await accuracyOf([], [sees, wrong])
    expect([precision.count, precision.of]).toEqual([1, 2])
    expect(recall.count).toBe(1)
    const alone = await accuracyOf([], [wrong])
    expect([alone.precision.count, alone.recall.count]).toEqual([0, 0])
  })

  it('counts what is said of the sound folder once, as false, and the negative as accused', async () => {
    const wrong = finding('A-1', 'hidden is 8 here', 41)
    const { precision, accused } = await accuracyOf([wrong], [sees])
    expect([precision.count, precision.of]).toEqual([1, 2])
    expect([accused.count, accused.of]).toEqual([1, 1])
  })

  it('gives no credit for what is said with and without the fault', async () => {
    const { recall } = await accuracyOf([sees], [])
    expect(recall.count).toBe(0)
  })

  it('counts forms of our own apart', async () => {
    const { precision, pedantic } = await accuracyOf([form], [sees])
    expect([precision.count, precision.of, pedantic]).toEqual([1, 1, 1])
  })

  it('tells clauses apart', async () => {
    const { clauses } = await accuracyOf([form], [sees])
    expect(
      clauses.map(({ clause, precision, recall }) => [clause, precision.of, recall.of]),
    ).toEqual([
      ['A-1', 1, 1],
      ['FORM-1', 0, 0],
    ])
  })

  it('asks runs for what only runs show, and only there', async () => {
    const asked: boolean[] = []
    const spy: Audit = async (_folder, run) => {
      asked.push(run)
      return []
    }
    const found = await measure([labelled], { audit: spy, run: true })
    expect(tally(found, order).recall.of).toBe(2)
    expect(asked).toEqual([false, true, true])
    const withoutRuns = { ...labelled, cases: [{ edits: [] }] }
    asked.length = 0
    await measure([withoutRuns], { audit: spy, run: true })
    expect(asked).toEqual([false, false])
  })
})

describe('a rate', () => {
  it.each([
    [9, 10, 0.555, 0.9975],
    [0, 10, 0, 0.3085],
    [10, 10, 0.6915, 1],
  ])('of %i in %i has the interval of Clopper and Pearson', (count, of, low, high) => {
    const { interval } = rate(count, of)
    expect(interval?.[0]).toBeCloseTo(low, 3)
    expect(interval?.[1]).toBeCloseTo(high, 3)
  })
})
