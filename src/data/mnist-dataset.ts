import type { Dataset, ImageSet } from './dataset.ts'
import { sha256 } from './digest.ts'
import { parseIdx } from './idx.ts'
import type { MnistSource, Part } from './mnist-files.ts'

/** Verified, decompressed bytes by file name. */
export type PinnedBytes = ReadonlyMap<string, Uint8Array>

/**
 * The digest of the whole set, as records hold it: over the names and digests of its pinned files.
 */
export function pinnedDigest({ files }: Pick<MnistSource, 'files'>): string {
  return sha256(...files.map(({ name, sha256 }) => `${name} ${sha256}\n`))
}

/**
 * The data set in four verified files: views of their bytes, not copies. Throws a UserError (exit
 * code 3) when a file is not an idx file.
 */
export function mnistDataset(bytes: PinnedBytes, source: MnistSource): Dataset {
  return {
    name: 'mnist',
    digest: pinnedDigest(source),
    train: imageSet('train', bytes, source),
    test: imageSet('test', bytes, source),
  }
}

function imageSet(part: Part, bytes: PinnedBytes, source: MnistSource): ImageSet {
  const content = (kind: 'images' | 'labels') => {
    const file = source.files.find((file) => file.part === part && file.kind === kind)!
    return parseIdx(bytes.get(file.name)!, kind, file.name)
  }
  const images = content('images')
  const labels = content('labels')
  return {
    count: images.count,
    side: images.rows,
    images: images.payload,
    labels: labels.payload,
  }
}
