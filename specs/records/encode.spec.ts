import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRecord, encodeRecord } from '../../src/records/encode.ts'
import { decodeGolden, encodeGolden, goldenOf } from '../../src/records/golden.ts'
import { ulpDistance } from '../../src/records/ulps.ts'
import { accepted, anyNumber, anyRecord, golden, id, recordOf, terms, thrownBy } from './samples.ts'

describe('a record as text', () => {
  it('comes back with every bit, special numbers too', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = encodeRecord(record)
        const back = decodeRecord(text, 'a.json')
        expect(back).toStrictEqual(record)
        expect(encodeRecord(back)).toBe(text)
      }),
    )
  })

  it('does not depend on the order in which names were added', () => {
    const there = recordOf({ metrics: { a: 1, b: 2 }, config: { x: 1, y: 2 } })
    const back = recordOf({ metrics: { b: 2, a: 1 }, config: { y: 2, x: 1 } })
    expect(encodeRecord(there)).toBe(encodeRecord(back))
    const { schema, ...rest } = there
    expect(encodeRecord({ ...rest, schema })).toBe(encodeRecord(there))
  })

  it('differs when a single number differs by any bit', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const text = (value: number) => encodeRecord(recordOf({ metrics: { value } }))
        expect(text(a) === text(b)).toBe(Object.is(a, b))
        expect(ulpDistance(a, b) === 0).toBe(Object.is(a, b))
      }),
    )
  })

  it('has columns and small things on one line each and ends with a newline', () => {
    const curve = Array.from({ length: 60 }, (_, i) => i / 7)
    const text = encodeRecord(recordOf({ curves: { trainLoss: curve } }))
    expect(text).toContain(`    "trainLoss": [${curve.join(', ')}]\n`)
    expect(text).toContain('"counts": {\n    "testError": { "count": 123, "total": 10000 }\n')
    expect(text).toMatch(/\n {4}\{ "name": "W1", .*"shape": \[2, 3\], "sha256": "[0-9a-f]+" \}\n/)
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.stringify(JSON.parse(text)).length).toBeGreaterThan(0)
  })

  it('refuses a text value that would come back as a number', () => {
    expect(() => encodeRecord(recordOf({ config: { note: 'NaN' } }))).toThrow('reads as a number')
  })
})

describe('a file that is not a good record', () => {
  const say = (text: string) => thrownBy(() => decodeRecord(text, 'out/records/a.json'))

  it('cut short, is one sentence with the way out', () => {
    const error = say(encodeRecord(recordOf()).slice(0, 200))
    expect(error.message).toBe(
      'out/records/a.json is not a valid record: it is cut short or not JSON. Delete it and run its job again',
    )
    expect(error.exitCode).toBe(3)
  })

  it('with a wrong field, names the field', () => {
    const broken = JSON.parse(encodeRecord(recordOf()))
    broken.job.seed = -1
    expect(say(JSON.stringify(broken)).message).toContain('a.json is not a valid record: job.seed:')
    broken.job.sneed = 1
    expect(say(JSON.stringify(broken)).message).toContain('(and 1 more)')
    for (const text of ['null', '[]', '{}', '7']) expect(say(text).name).toBe('UserError')
  })

  it('of a newer schema, asks for an update', () => {
    const newer = encodeRecord(recordOf()).replace('assay/record@1', 'assay/record@2')
    const error = say(newer)
    expect(error.message).toBe(
      'out/records/a.json was written by a newer assay (record@2); this one reads record@1. Update assay',
    )
    expect(error.exitCode).toBe(3)
  })

  it('that is a golden, is not taken for a record', () => {
    const text = encodeGolden(golden)
    for (const any of [text, text.replace('assay/golden@2', 'assay/golden@3')]) {
      expect(say(any).message).toContain('is not a valid record: schema:')
    }
  })
})

describe('a golden as text', () => {
  it('comes back with every bit', () => {
    fc.assert(
      fc.property(anyRecord, anyNumber, (any, minimalEffect) => {
        const record = { ...any, job: { ...id, arm: 'a', seed: 1, overrides: {} } }
        const one = goldenOf(
          id,
          [record],
          [{ id: 'c', outcome: 'partial', terms: { ...terms, minimalEffect } }],
          accepted,
        )
        expect(decodeGolden(encodeGolden(one), 'g.json')).toStrictEqual(one)
      }),
    )
  })

  it('of a newer schema, asks for an update', () => {
    const newer = encodeGolden(golden).replace('assay/golden@2', 'assay/golden@3')
    const error = thrownBy(() => decodeGolden(newer, 'golden/tiny-paper/strokes-quick.json'))
    expect(error.message).toBe(
      'golden/tiny-paper/strokes-quick.json was written by a newer assay (golden@3); this one reads golden@2. Update assay',
    )
    expect(error.exitCode).toBe(3)
  })

  it('of the older schema, says how to get a new one', () => {
    const older = encodeGolden(golden).replace('assay/golden@2', 'assay/golden@1')
    const error = thrownBy(() => decodeGolden(older, 'golden/tiny-paper/strokes-quick.json'))
    expect(error.message).toBe(
      'golden/tiny-paper/strokes-quick.json was written by an older assay (golden@1); this one reads golden@2. Restore it from git, or accept it anew with assay golden accept',
    )
    expect(error.exitCode).toBe(3)
  })
})
