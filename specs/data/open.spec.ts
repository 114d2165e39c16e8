import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cacheFolder, referenceFolder } from '../../src/data/locate.ts'
import { openDataset } from '../../src/data/open.ts'
import { startMirror } from './mirror.ts'
import {
  emptyEnvironment,
  folderWith,
  newFolder,
  tinyFiles,
  tinySource,
  tinyZipped,
} from './tiny-mnist.ts'

const testImages = 't10k-images-idx3-ubyte'

function setting(more: Record<string, string> = {}, mirrors: string[] = []) {
  const said: string[] = []
  const env = emptyEnvironment(more)
  const say = (line: string) => said.push(line)
  const strokes = { train: 20, test: 10 }
  return { said, env, say, strokes, offline: mirrors.length === 0, source: tinySource(...mirrors) }
}

/** The tiny files with one replaced. */
function withOne(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map([...tinyZipped, [name, bytes]])
}

function place(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

describe('a folder named by a person', () => {
  it.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('with %s in place of a file is refused, and nothing waits for it', async (what, make) => {
    const folder = folderWith(withOne(`${testImages}.gz`, new Uint8Array()))
    const path = join(folder, `${testImages}.gz`)
    rmSync(path)
    make(path)
    await expect(openDataset(folder, setting())).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(`${path} is ${what}, not a file`),
    })
  })

  it.each([
    ['zipped', tinyZipped],
    ['unpacked', tinyFiles],
    [
      'zipped in two parts, one after the other',
      new Map(
        [...tinyFiles].map(([n, b]) => [
          `${n}.gz`,
          Buffer.concat([gzipSync(b.subarray(0, 40)), gzipSync(b.subarray(40))]),
        ]),
      ),
    ],
    ['zipped with dots', new Map([...tinyZipped].map(([n, b]) => [n.replace('-idx', '.idx'), b]))],
    [
      'zipped by name, unpacked by content',
      new Map([...tinyFiles].map(([n, b]) => [`${n}.gz`, b])),
    ],
  ])('gives MNIST from files that are %s', async (_, files) => {
    const dataset = await openDataset(folderWith(files), setting())
    expect([dataset.name, dataset.train.count, dataset.test.count]).toEqual(['mnist', 120, 40])
    expect([dataset.train.side, dataset.test.side]).toEqual([28, 28])
    expect(Buffer.from(dataset.test.images)).toEqual(
      Buffer.from(tinyFiles.get(testImages)!.subarray(16)),
    )
    expect(Buffer.from(dataset.train.labels)).toEqual(
      Buffer.from(tinyFiles.get('train-labels-idx1-ubyte')!.subarray(8)),
    )
  })

  it('gives bytes that worker threads share, and one digest however they were stored', async () => {
    const zipped = await openDataset(folderWith(), setting())
    const unpacked = await openDataset(folderWith(tinyFiles), setting())
    for (const bytes of [zipped.train.images, zipped.train.labels, zipped.test.images])
      expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(unpacked.digest).toBe(zipped.digest)
    expect(zipped.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('may be named by ASSAY_DATA, but --data goes first and strokes needs none', async () => {
    const options = setting({ ASSAY_DATA: folderWith() })
    expect((await openDataset('auto', options)).name).toBe('mnist')
    expect((await openDataset('mnist', options)).name).toBe('mnist')
    expect((await openDataset('strokes', options)).name).toBe('strokes')
    const elsewhere = setting({ ASSAY_DATA: newFolder() })
    expect((await openDataset(folderWith(), elsewhere)).name).toBe('mnist')
  })

  const damaged = Uint8Array.from(tinyFiles.get(testImages)!)
  damaged[1000] ^= 1
  it.each([
    [
      'truncated',
      tinyZipped.get(`${testImages}.gz`)!.subarray(0, 9000),
      'is truncated: its gzip data end too early',
    ],
    [
      'swapped',
      tinyZipped.get('train-images-idx3-ubyte.gz')!,
      `holds train-images-idx3-ubyte, not ${testImages}: the files are swapped`,
    ],
    ['tampered with', gzipSync(damaged), 'is damaged or is not MNIST: its sha256 is '],
    [
      'of another kind',
      gzipSync(Buffer.from('a page of a hotel that wants a login')),
      'begins with 0x61207061 where idx images begin with 0x00000803',
    ],
    ['garbled', gzipSync(damaged).fill(0, 20, 900), 'is damaged: its gzip data do not unpack'],
    ['endless', gzipSync(new Uint8Array(1e7)), 'is larger than any MNIST file'],
    ['empty', new Uint8Array(), 'is empty'],
  ])(
    'is refused for a file that is %s, in one sentence with the way out',
    async (_, bytes, words) => {
      const folder = folderWith(withOne(`${testImages}.gz`, bytes))
      const byFlag = openDataset(folder, setting())
      await expect(byFlag).rejects.toMatchObject({ name: 'UserError', exitCode: 3 })
      await expect(byFlag).rejects.toThrow(`${join(folder, `${testImages}.gz`)} ${words}`)
      await expect(byFlag).rejects.toThrow(/; put a good copy in its place, or leave out --data$/)
      await expect(openDataset('auto', setting({ ASSAY_DATA: folder }))).rejects.toThrow(
        /; put a good copy in its place, or unset ASSAY_DATA$/,
      )
    },
  )

  it('is refused if it lacks a file, or is not there', async () => {
    const lacking = folderWith(new Map([...tinyZipped].slice(0, 3)))
    await expect(openDataset(lacking, setting())).rejects.toThrow(
      /\(--data\) does not hold t10k-labels-idx1-ubyte\.gz; put the four MNIST files there, or leave/,
    )
    const typo = openDataset('strokse', setting())
    await expect(typo).rejects.toMatchObject({ exitCode: 3 })
    await expect(typo).rejects.toThrow(
      /^There is no folder .*strokse; --data takes auto, mnist, str/,
    )
  })
})

describe('without a folder named', () => {
  it('assay takes its own cache, and else the reference implementation’s', async () => {
    const first = setting()
    place(cacheFolder(first.env), tinyZipped)
    expect((await openDataset('auto', first)).name).toBe('mnist')
    const second = setting()
    place(referenceFolder(second.env), tinyZipped)
    expect((await openDataset('auto', second)).name).toBe('mnist')
    expect([...first.said, ...second.said]).toEqual([])
  })

  it('auto offline says so in one line and draws strokes', async () => {
    const options = setting()
    const dataset = await openDataset('auto', options)
    expect([dataset.name, dataset.train.count, dataset.test.count]).toEqual(['strokes', 20, 10])
    expect(options.said).toHaveLength(1)
    expect(options.said[0]).toMatch(/^MNIST is not at hand \(.*\): taking strokes/)
  })

  it('mnist offline is refused with two ways out', async () => {
    const opening = openDataset('mnist', setting())
    await expect(opening).rejects.toMatchObject({ name: 'UserError', exitCode: 3 })
    await expect(opening).rejects.toThrow(
      /^MNIST is not at hand: .* --data DIR, .* --data strokes$/,
    )
  })

  it('a bad file in the cache is an error offline, not a reason for strokes', async () => {
    const options = setting()
    place(cacheFolder(options.env), withOne(`${testImages}.gz`, Buffer.from('oops')))
    const opening = openDataset('auto', options)
    await expect(opening).rejects.toMatchObject({ exitCode: 3 })
    await expect(opening).rejects.toThrow(
      /t10k-images-idx3-ubyte\.gz begins with 0x6f6f7073 .*; remove it, or go online and run: assay data fetch$/,
    )
  })

  it('a bad file in the cache is set aside for a fresh copy, and only that is fetched', async () => {
    const mirror = await startMirror()
    const options = setting({}, [mirror.url])
    const cache = cacheFolder(options.env)
    place(cache, withOne(`${testImages}.gz`, Buffer.from('oops')))
    expect((await openDataset('mnist', options)).name).toBe('mnist')
    expect(mirror.requests).toEqual([`${testImages}.gz all`])
    expect(readFileSync(join(cache, `${testImages}.gz.bad`), 'utf8')).toBe('oops')
    expect(readdirSync(cache).sort()).toEqual([...tinyZipped.keys(), `${testImages}.gz.bad`].sort())
    expect(readdirSync(dirname(cache))).toEqual(['mnist'])
    expect(options.said).toHaveLength(2)
    expect(options.said[1]).toMatch(/gz begins with 0x6f6f7073 .*; a fresh copy took its place\.$/)
  })
})
