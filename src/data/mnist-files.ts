import type { IdxKind } from './idx.ts'

export type Part = 'train' | 'test'

/** A file whose decompressed bytes are fixed in advance by their sha256. */
export interface PinnedFile {
  readonly name: string
  readonly part: Part
  readonly kind: IdxKind
  /** Length and sha256 of the decompressed bytes; the .gz bytes differ from mirror to mirror. */
  readonly bytes: number
  readonly sha256: string
}

/** Four pinned files and where to get them: MNIST below; specs use a tiny set. */
export interface MnistSource {
  readonly files: readonly PinnedFile[]
  /** Base addresses ending in a slash, tried in order; each serves `<name>.gz`. */
  readonly mirrors: readonly string[]
  /** The approximate size of a complete download, for the message that announces it. */
  readonly downloadMegabytes: number
}

/** LeCun, Cortes and Burges: the MNIST database of handwritten digits. */
export const mnistSource: MnistSource = {
  files: [
    {
      name: 'train-images-idx3-ubyte',
      part: 'train',
      kind: 'images',
      bytes: 47_040_016,
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    {
      name: 'train-labels-idx1-ubyte',
      part: 'train',
      kind: 'labels',
      bytes: 60_008,
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
    {
      name: 't10k-images-idx3-ubyte',
      part: 'test',
      kind: 'images',
      bytes: 7_840_016,
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    {
      name: 't10k-labels-idx1-ubyte',
      part: 'test',
      kind: 'labels',
      bytes: 10_008,
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  ],
  mirrors: [
    'https://storage.googleapis.com/cvdf-datasets/mnist/',
    'https://ossci-datasets.s3.amazonaws.com/mnist/',
  ],
  downloadMegabytes: 11,
}
