import { stat } from 'node:fs/promises'
import { exitCodes, UserError } from '../user-error.ts'
import type { Dataset, ImageSet } from './dataset.ts'
import { sha256 } from './digest.ts'
import type { DownloadOptions } from './download.ts'
import { type FileFault, type FolderReading, isComplete, readFolder } from './folder.ts'
import { parseIdx } from './idx.ts'
import { cacheFolder, type NamedFolder, referenceFolder } from './locate.ts'
import type { MnistSource, Part } from './mnist-files.ts'
import { NetworkFault } from './network-fault.ts'

/** MNIST, or why there is none here. */
export type Obtained =
  | { readonly dataset: Dataset; readonly absence?: never }
  | { readonly absence: string; readonly dataset?: never }

/**
 * MNIST from a folder that a person named. Throws a UserError (exit code 3) that names the first
 * file that is bad or missing, and the way out: what was asked for is used or refused, not replaced.
 */
export async function readNamedFolder(
  { folder, namedBy }: NamedFolder,
  source: MnistSource,
): Promise<Dataset> {
  const without = namedBy === '--data' ? 'leave out --data' : 'unset ASSAY_DATA'
  if (!(await isFolder(folder)))
    throw new UserError(
      namedBy === '--data'
        ? `There is no folder ${folder}; --data takes auto, mnist, strokes, or a folder that holds MNIST`
        : `There is no folder ${folder}; set ASSAY_DATA to a folder that holds MNIST, or unset it`,
      exitCodes.couldNotRun,
    )
  const reading = await readFolder(folder, source.files)
  if (reading.faults.length > 0)
    throw refusal(reading.faults[0], `put a good copy in its place, or ${without}`)
  if (reading.missing.length > 0)
    throw new UserError(
      `${folder} (${namedBy}) does not hold ${reading.missing[0]}.gz; ` +
        `put the four MNIST files there, or ${without}`,
      exitCodes.couldNotRun,
    )
  return mnistDataset(reading, source)
}

/**
 * MNIST from assay's cache, else the reference implementation's, else from the mirrors into the
 * cache. A bad file on the way is named and never used; if no good copy can be had instead, it is
 * a UserError (exit code 3), for it must not pass as "nothing there".
 */
export async function obtainMnist(
  source: MnistSource,
  options: DownloadOptions & { readonly offline?: boolean | undefined },
): Promise<Obtained> {
  const cache = cacheFolder(options.env)
  const faults: FileFault[] = []
  for (const folder of [cache, referenceFolder(options.env)]) {
    const reading = await readFolder(folder, source.files)
    if (isComplete(reading)) return { dataset: mnistDataset(reading, source) }
    faults.push(...reading.faults)
  }
  const wayOut = 'remove it, or go online and run: assay data fetch'
  if (options.offline) {
    if (faults.length > 0) throw refusal(faults[0], wayOut)
    return { absence: `not in ${cache}, and offline` }
  }
  try {
    // Loaded only when needed: the http client takes longer to load than all the rest.
    const { download } = await import('./download.ts')
    const reading = await download(cache, source, options)
    for (const { path, what } of faults)
      options.say(`${path} ${what}; a fresh copy took its place.`)
    return { dataset: mnistDataset(reading, source) }
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    if (faults.length > 0) throw refusal(faults[0], wayOut)
    return { absence: error.message }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function refusal({ path, what }: FileFault, wayOut: string): UserError {
  return new UserError(`${path} ${what}; ${wayOut}`, exitCodes.couldNotRun)
}

/** The digest of the whole set, as records carry it: the names and digests of its pinned files. */
export function pinnedDigest({ files }: Pick<MnistSource, 'files'>): string {
  return sha256(...files.map(({ name, sha256 }) => `${name} ${sha256}\n`))
}

function mnistDataset(reading: FolderReading, source: MnistSource): Dataset {
  return {
    name: 'mnist',
    digest: pinnedDigest(source),
    train: imageSet('train', reading, source),
    test: imageSet('test', reading, source),
  }
}

function imageSet(part: Part, reading: FolderReading, source: MnistSource): ImageSet {
  const content = (kind: 'images' | 'labels') => {
    const file = source.files.find((file) => file.part === part && file.kind === kind)!
    return parseIdx(reading.bytes.get(file.name)!, kind, file.name)
  }
  const images = content('images')
  const labels = content('labels')
  return {
    count: images.count,
    side: images.rows,
    images: shared(images.payload),
    labels: shared(labels.payload),
  }
}

/** A copy in memory that worker threads can read without another. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
