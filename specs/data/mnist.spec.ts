import { describe, expect, it } from 'vitest'
import { mnistSource } from '../../src/data/mnist-files.ts'
import { openDataset } from '../../src/data/open.ts'

// Needs the four real files: set ASSAY_DATA to their folder.
const { ASSAY_DATA } = process.env

describe.runIf(ASSAY_DATA)('the MNIST of ASSAY_DATA', () => {
  it('has the four pinned sha256, 60,000 and 10,000 images, and digits as labels', async () => {
    const say = (line: string) => expect.unreachable(line)
    const { name, train, test } = await openDataset('mnist', { env: process.env, say })
    expect([name, train.count, test.count, train.side, test.side]).toEqual([
      'mnist',
      60_000,
      10_000,
      28,
      28,
    ])
    expect([...train.labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    expect([...test.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
  })
})

describe('the source of MNIST', () => {
  it('pins two files a part and has two mirrors on different hosts', () => {
    expect(mnistSource.files.map(({ part, kind }) => `${part} ${kind}`)).toEqual([
      'train images',
      'train labels',
      'test images',
      'test labels',
    ])
    expect(new Set(mnistSource.mirrors.map((mirror) => new URL(mirror).host)).size).toBe(2)
  })
})
