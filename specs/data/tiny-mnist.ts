import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { sha256 } from '../../src/data/digest.ts'
import type { IdxKind } from '../../src/data/idx.ts'
import type { MnistSource, Part } from '../../src/data/mnist-files.ts'
import { namedStream } from '../../src/numerics/stream.ts'

/** An idx file of unsigned bytes. */
export function idx(kind: IdxKind, sizes: readonly number[], payload: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * sizes.length))
  header.setUint32(0, kind === 'images' ? 0x0803 : 0x0801)
  sizes.forEach((size, i) => {
    header.setUint32(4 + 4 * i, size)
  })
  return Buffer.concat([new Uint8Array(header.buffer), payload])
}

/** Four files like MNIST's with few images of noise: too random for gzip to shrink. */
export const tinyFiles: ReadonlyMap<string, Uint8Array> = new Map([
  ['train-images-idx3-ubyte', idx('images', [120, 28, 28], noise('train', 120 * 784))],
  ['train-labels-idx1-ubyte', idx('labels', [120], noise('train labels', 120, 10))],
  ['t10k-images-idx3-ubyte', idx('images', [40, 28, 28], noise('test', 40 * 784))],
  ['t10k-labels-idx1-ubyte', idx('labels', [40], noise('test labels', 40, 10))],
])

export const tinyZipped: ReadonlyMap<string, Uint8Array> = new Map(
  [...tinyFiles].map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)]),
)

/** The tiny files as a source with these mirrors. */
export function tinySource(...mirrors: string[]): MnistSource {
  const files = [...tinyFiles].map(([name, bytes]) => ({
    name,
    part: (name.startsWith('train') ? 'train' : 'test') as Part,
    kind: (name.includes('images') ? 'images' : 'labels') as IdxKind,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }))
  return { files, mirrors, downloadMegabytes: 1 }
}

/** An empty folder that goes with the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-spec-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that holds these files, the four zipped ones unless said. */
export function folderWith(files: ReadonlyMap<string, Uint8Array> = tinyZipped): string {
  const folder = newFolder()
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  return folder
}

/** An environment in which assay finds nothing of this machine. */
export function emptyEnvironment(more: Record<string, string> = {}): Record<string, string> {
  return { HOME: newFolder(), ASSAY_CACHE: newFolder(), ...more }
}

function noise(name: string, length: number, below = 256): Uint8Array {
  const stream = namedStream(`tiny mnist/${name}`)
  return Uint8Array.from({ length }, () => Math.floor(stream.next() * below))
}
