import { shuffle } from '../../numerics/shuffle.ts'
import { namedStream } from '../../numerics/stream.ts'
import type { AlteredData, Change } from './causes.ts'
import { type DataPart, packedAs, type StubData, type View } from './data.ts'

/** The files that a change of the data makes anew, by path; null when it cannot be made. */
export function alteredFiles(data: StubData, change: Change): Map<string, Uint8Array> | null {
  const { train, test } = data
  switch (change.kind) {
    case 'test labels permuted':
      return test && anew(data, [test.labels], permutation(test, change.kind))
    case 'training labels permuted':
      return train && anew(data, [train.labels], permutation(train, change.kind))
    case 'test examples reordered':
      if (!test || test.examples.length === 0) return null
      return anew(data, test.examples, permutation(test, change.kind))
    case 'test labels alike': {
      if (!test) return null
      const source = rowsWith(test, change.label)
      return source < 0
        ? null
        : anew(data, [test.labels], new Uint32Array(count(test)).fill(source))
    }
    case 'test images darkened': {
      const plain = test?.images?.rows.halved() ?? null
      return plain && test?.images ? packed(data, [[test.images.path, plain]]) : null
    }
    default:
      return new Map()
  }
}

const count = ({ labels }: DataPart) => labels.rows.count

const permutation = (part: DataPart, purpose: string) => permuted(count(part), purpose)

/** An order of so many rows, from a stream of its own, so that it is the same in every audit. */
export function permuted(rows: number, purpose: string): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i)
  shuffle(order, namedStream(`counterfactual/${purpose}`))
  return order
}

function anew(data: StubData, views: readonly View[], source: Uint32Array) {
  return packed(
    data,
    views.map(({ path, rows }) => [path, rows.rearranged(source)]),
  )
}

function packed({ files }: StubData, plain: readonly (readonly [string, Uint8Array])[]) {
  return new Map(
    plain.map(([path, bytes]) => {
      const file = files.find((one) => one.path === path)
      return [path, file ? packedAs(file, bytes) : bytes]
    }),
  )
}

/** Each label of a part with how often it stands there, the least label first. */
export function labelCounts({ labels }: DataPart): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let row = 0; row < labels.rows.count; row++) {
    const key = labels.rows.key(row)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function rowsWith({ labels }: DataPart, label: string): number {
  for (let row = 0; row < labels.rows.count; row++) if (labels.rows.key(row) === label) return row
  return -1
}

/** More labels than this are no classes. */
export const mostClasses = 20

/** What a report says of the data. */
export function describeData({ train, test }: StubData, name: string): AlteredData | null {
  if (!train || !test) return null
  const counts = labelCounts(test)
  const largest = Math.max(...counts.values())
  return {
    name,
    trainExamples: count(train),
    testExamples: count(test),
    labels: counts.size > mostClasses ? [] : [...counts.keys()],
    largestShare: largest / count(test),
  }
}
