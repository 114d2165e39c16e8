import { stat } from 'node:fs/promises'
import { exitCodes, UserError } from '../user-error.ts'
import type { Dataset } from './dataset.ts'
import type { DownloadOptions } from './download.ts'
import { type FileFault, isComplete, readFolder } from './folder.ts'
import { cacheFolder, type NamedFolder, referenceFolder } from './locate.ts'
import { mnistDataset } from './mnist-dataset.ts'
import type { MnistSource } from './mnist-files.ts'
import { NetworkFault } from './network-fault.ts'

/** MNIST, or why it is not on this machine. */
export type Obtained =
  | { readonly dataset: Dataset; readonly absence?: never }
  | { readonly absence: string; readonly dataset?: never }

/**
 * MNIST from a folder that a person named. Throws a UserError (exit code 3) that names the first
 * bad or missing file and says what to do. A named folder is used or refused, never replaced by
 * another source.
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
  return mnistDataset(reading.bytes, source)
}

/**
 * MNIST from assay's cache, else from the cache of the reference implementation, else from the
 * mirrors into assay's cache. A bad file is named and never used. If no good copy can be had, it is
 * a UserError (exit code 3), because a bad file must not count as a missing one.
 */
export async function obtainMnist(
  source: MnistSource,
  options: DownloadOptions & { readonly offline?: boolean | undefined },
): Promise<Obtained> {
  const cache = cacheFolder(options.env)
  const faults: FileFault[] = []
  for (const folder of [cache, referenceFolder(options.env)]) {
    const reading = await readFolder(folder, source.files)
    if (isComplete(reading)) return { dataset: mnistDataset(reading.bytes, source) }
    faults.push(...reading.faults)
  }
  const wayOut = 'remove it, or go online and run: assay data fetch'
  if (options.offline) {
    if (faults.length > 0) throw refusal(faults[0], wayOut)
    return { absence: `not in ${cache}, and offline` }
  }
  try {
    // Loaded only when needed, because the http client takes longer to load than the other modules
    // together.
    const { download } = await import('./download.ts')
    const reading = await download(cache, source, options)
    for (const { path, what } of faults)
      options.say(`${path} ${what}; a fresh copy took its place.`)
    return { dataset: mnistDataset(reading.bytes, source) }
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
