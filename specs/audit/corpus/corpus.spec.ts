import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type {
  LabelledCase,
  LabelledFolder,
  PlantedFault,
} from '../../../scripts/accuracy/labels.ts'
import { makeFolder } from '../../../scripts/accuracy/made-folder.ts'
import { findPlace } from '../../../scripts/accuracy/places.ts'
import { loadRules } from '../../../src/audit/rules.ts'
import { inReadme, reads } from './edits.ts'
import { corpus } from './index.ts'
import { kinds } from './kinds.ts'

const cases = corpus.flatMap((folder) => folder.cases)
const faults = cases.flatMap((one) => one.faults ?? [])
const negatives = [...corpus, ...cases].flatMap((one) => one.negatives ?? [])

/** Labels that point at nothing, in a folder with the edits of a case. */
function lost(folder: string, { faults = [], negatives = [] }: Partial<LabelledCase>): string[] {
  return [...faults, ...negatives].flatMap(({ says, at }) =>
    at.flatMap((place) => {
      try {
        findPlace(folder, place)
        return []
      } catch (error) {
        return [`${says}: ${(error as Error).message}`]
      }
    }),
  )
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => {
        const file = join(folder, path)
        return [path, lstatSync(file).isFile() ? readFileSync(file, 'latin1') : 'a folder']
      }),
  )
}

describe.each(corpus)('the labelled folder $name', (labelled: LabelledFolder) => {
  it('has every place that its labels name, and is itself again after each case', () => {
    const { folder, edit, dispose } = makeFolder(labelled)
    try {
      const before = contents(folder)
      expect(lost(folder, { negatives: labelled.negatives })).toEqual([])
      for (const one of labelled.cases) {
        const undo = edit(one.edits)
        expect(lost(folder, one)).toEqual([])
        undo()
      }
      expect(contents(folder)).toEqual(before)
    } finally {
      dispose()
    }
  })
})

describe('a label that points at nothing', () => {
  it('is found, and so is an edit of words that are not there or stand there twice', () => {
    const { folder, edit, dispose } = makeFolder(corpus[0])
    try {
      const at = [inReadme('words that nobody wrote'), { path: 'gone.py', on: 'x' }]
      const label = { resembles: 'two-values', says: 'a label', at }
      expect(lost(folder, { negatives: [label] })).toEqual([
        'a label: README.md does not say "words that nobody wrote"',
        'a label: gone.py is not there',
      ])
      expect(() => edit([reads('words that nobody wrote', '')])).toThrow('0 times, not once')
      expect(() => edit([reads('seed', '')])).toThrow(/holds "seed" \d+ times, not once/)
    } finally {
      dispose()
    }
  })
})

describe('the labels', () => {
  it('are enough: 45 faults of 22 kinds that reading can find, 65 things that are fine', () => {
    const byReading = faults.filter(({ needs }) => needs === undefined)
    expect(byReading.length).toBeGreaterThanOrEqual(45)
    expect(new Set(byReading.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(22)
    expect(negatives.length).toBeGreaterThanOrEqual(65)
  })

  it('are of kinds that are described, and every kind is planted', () => {
    const planted = new Set(faults.map(({ kind }) => kind))
    expect([...planted].sort()).toEqual(Object.keys(kinds).sort())
    expect(negatives.filter(({ resembles }) => !(resembles in kinds))).toEqual([])
  })

  it('name clauses that there are', async () => {
    const clauses: string[] = (await loadRules()).map(({ clause }) => clause)
    const named = faults.flatMap((fault: PlantedFault) => fault.clauses)
    expect(named.filter((clause) => !clauses.includes(clause))).toEqual([])
  })

  it('say which files a fault may be found in, and what a finding must name', () => {
    for (const { says, at, names } of faults) {
      expect(at.length, says).toBeGreaterThan(0)
      expect(names.test(''), `${says}: ${names} holds of everything`).toBe(false)
    }
  })
})
