import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { alteredFiles, describeData } from '../../../src/audit/counterfactual/altered.ts'
import { type DataFile, readData } from '../../../src/audit/counterfactual/data.ts'
import { csvRows } from '../../../src/audit/counterfactual/rows/csv.ts'
import { idxRows } from '../../../src/audit/counterfactual/rows/idx.ts'
import { npyRows } from '../../../src/audit/counterfactual/rows/npy.ts'

const idxLabels = (...labels: readonly number[]) =>
  Buffer.from([0, 0, 8, 1, 0, 0, 0, labels.length, ...labels])
const idxImages = (...pixels: readonly number[]) =>
  Buffer.from([0, 0, 8, 3, 0, 0, 0, pixels.length, 0, 0, 0, 1, 0, 0, 0, 1, ...pixels])

function npy(descr: string, shape: string, payload: Uint8Array): Buffer {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117)
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    Buffer.from([118, 0]),
    Buffer.from(`${header}\n`),
    payload,
  ])
}

const table = Buffer.from('x,part,class\n1,train,a\n2,test,b\n"3,5",test,c\n4,train,a\n')

describe('rows of a file', () => {
  it('of idx are taken from others, and the file that was read stays as it is', () => {
    const bytes = idxLabels(7, 8, 9)
    const rows = idxRows(bytes)
    expect([...(rows?.rearranged([2, 2, 0]) ?? [])].slice(8)).toEqual([9, 9, 7])
    expect([...(rows?.halved() ?? [])].slice(8)).toEqual([3, 4, 4])
    expect([...bytes].slice(8)).toEqual([7, 8, 9])
  })

  it('of npy are taken from others, whatever their type', () => {
    const bytes = npy('<f4', '(2, 2)', new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer))
    const rows = npyRows(bytes)
    const values = (file: Uint8Array) => [...new Float32Array(file.slice(-16).buffer)]
    expect(values(new Uint8Array(rows?.rearranged([1, 0]) ?? []))).toEqual([3, 4, 1, 2])
    expect(values(new Uint8Array(rows?.halved() ?? []))).toEqual([0.5, 1, 1.5, 2])
  })

  it.each([
    ['cut short', idxRows(idxLabels(7, 8).subarray(0, 9))],
    ['another idx', npyRows(idxLabels(7, 8))],
    [
      'in the order of Fortran',
      npyRows(
        Buffer.from(
          npy('<f4', '(1,)', new Uint8Array(4)).toString('latin1').replace('False', 'True '),
          'latin1',
        ),
      ),
    ],
    ['a table without that column', csvRows(table, { label: 'kind' })],
  ])('are none of a file that is %s', (_, rows) => {
    expect(rows).toBeNull()
  })

  it('of a table change places in their part alone, and labels alone or whole rows', () => {
    const views = csvRows(table, { label: 'class', where: { column: 'part', is: 'test' } })
    const text = (bytes?: Uint8Array) => Buffer.from(bytes ?? []).toString()
    expect(text(views?.labels.rearranged([1, 0]))).toBe(
      'x,part,class\n1,train,a\n2,test,c\n"3,5",test,b\n4,train,a\n',
    )
    expect(text(views?.examples.rearranged([1, 0]))).toBe(
      'x,part,class\n1,train,a\n"3,5",test,c\n2,test,b\n4,train,a\n',
    )
  })
})

describe('a change of the data', () => {
  const test = Array.from({ length: 40 }, (_, i) => i % 4)
  const files: readonly DataFile[] = [
    { path: 'train-images', role: 'train images', bytes: idxImages(10, 20, 30) },
    { path: 'train-labels', role: 'train labels', bytes: idxLabels(0, 1, 2) },
    { path: 'test-images', role: 'test images', bytes: idxImages(...test.map((x) => 10 * x)) },
    { path: 'test-labels', role: 'test labels', bytes: gzipSync(idxLabels(...test)) },
  ]
  const data = readData(files)
  const labelsIn = (bytes?: Uint8Array) => [...gunzipSync(bytes ?? Buffer.alloc(0))].slice(8)

  it('permutes the test labels, packed as they were, and no other file', () => {
    const made = alteredFiles(data, { kind: 'test labels permuted' })
    expect([...(made?.keys() ?? [])]).toEqual(['test-labels'])
    const labels = labelsIn(made?.get('test-labels'))
    expect(labels).not.toEqual(test)
    expect(labels.sort()).toEqual([...test].sort())
  })

  it('makes all test labels one', () => {
    const described = describeData(data, 'four files')
    expect(described).toMatchObject({ trainExamples: 3, testExamples: 40, largestShare: 0.25 })
    const [, , label] = described?.labels ?? []
    const made = alteredFiles(data, { kind: 'test labels alike', label })
    expect(new Set(labelsIn(made?.get('test-labels')))).toEqual(new Set([2]))
  })

  it('gives test images and labels another order, together', () => {
    const made = alteredFiles(data, { kind: 'test examples reordered' })
    const images = [...(made?.get('test-images') ?? [])].slice(16)
    expect(images).toEqual(labelsIn(made?.get('test-labels')).map((label) => 10 * label))
  })

  it('cannot be made where a part has no labels', () => {
    const lacking = readData(files.filter(({ role }) => role !== 'train labels'))
    expect(alteredFiles(lacking, { kind: 'training labels permuted' })).toBeNull()
  })
})
