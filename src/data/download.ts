import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { openConnections } from './connections.ts'
import { discardParts, fetchPinned } from './fetch-pinned.ts'
import { type FolderReading, isComplete, readFolder } from './folder.ts'
import { withFolderLock } from './folder-lock.ts'
import type { MnistSource } from './mnist-files.ts'
import { NetworkFault } from './network-fault.ts'
import type { DownloadProgress } from './transfer.ts'

export interface DownloadOptions {
  /** Read for the proxy variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say: (line: string) => void
  readonly progress?: ((progress: DownloadProgress) => void) | undefined
}

/**
 * Downloads the pinned files that are missing in `folder` and returns what it then holds. One
 * process downloads at a time; a second one waits and finds the copy of the first. A bad file is
 * renamed to `.bad` once a good copy has arrived. Throws a NetworkFault with the reason if a
 * mirror, the disk or a permission prevents it; the bytes that arrived are kept, and the next
 * download continues from them.
 */
export async function download(
  folder: string,
  source: MnistSource,
  options: DownloadOptions,
): Promise<FolderReading> {
  try {
    makeFolder(folder)
    const onWait = () => options.say(`Another assay is downloading into ${folder}; waiting for it.`)
    return await withFolderLock(folder, onWait, (signal) =>
      complete(folder, source, options, signal),
    )
  } catch (error) {
    throw asFolderFault(error, folder)
  }
}

async function complete(
  folder: string,
  source: MnistSource,
  { env, say, progress = () => {} }: DownloadOptions,
  signal: AbortSignal,
): Promise<FolderReading> {
  const before = await readFolder(folder, source.files)
  if (isComplete(before)) return before

  // Announced when the first bytes arrive: without a network there is no download to announce.
  let announced = false
  const announce = (state: DownloadProgress) => {
    if (!announced) say(`Downloading MNIST (${source.downloadMegabytes} MB) into ${folder}.`)
    announced = true
    progress(state)
  }
  const dispatcher = openConnections(env)
  try {
    for (const file of source.files) {
      if (before.bytes.has(file.name)) continue
      const bad = before.faults.find(({ name }) => name === file.name)
      const part = await fetchPinned(folder, file, source, {
        dispatcher,
        signal,
        progress: announce,
      })
      // The bad file is moved only now, when a good copy is complete.
      if (bad) await rename(bad.path, `${bad.path}.bad`)
      await rename(part, join(folder, `${file.name}.gz`))
      await discardParts(folder, file)
    }
  } finally {
    await dispatcher.destroy()
  }
  return await readFolder(folder, source.files)
}

const diskFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  ENOENT: 'it cannot be created',
}

function asFolderFault(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ECOMPROMISED') return new NetworkFault(`another assay took over ${folder}`, 'again')
  // Only a refusal of the operating system is a fault of the folder. Any other error is a bug.
  if (code === undefined || syscall === undefined) return error
  return new NetworkFault(
    `${folder} cannot be written (${diskFaults[code] ?? code}; ASSAY_CACHE moves it)`,
    'elsewhere',
  )
}
