import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dispatcher } from 'undici'
import { sha256 } from './digest.ts'
import type { MnistSource, PinnedFile } from './mnist-files.ts'
import { NetworkFault, networkFault } from './network-fault.ts'
import { checkPinned } from './pinned.ts'
import { type DownloadProgress, discardPart, transfer } from './transfer.ts'

export interface Connection {
  readonly dispatcher: Dispatcher
  /** Aborted when the lock of the folder is lost. */
  readonly signal: AbortSignal
  readonly progress: (progress: DownloadProgress) => void
}

/** How often one mirror is tried; the bytes that arrived are kept between tries. */
const triesPerMirror = 3

/**
 * Fetches `<name>.gz` from the first mirror that sends the pinned bytes. Resolves to the part file
 * in the folder, complete and verified. Throws a NetworkFault with the fault of every mirror; the
 * bytes that arrived are kept for the next time.
 */
export async function fetchPinned(
  folder: string,
  file: PinnedFile,
  source: MnistSource,
  connection: Connection,
): Promise<string> {
  const failures = new Map<string, string[]>()
  for (const mirror of source.mirrors) {
    // Each mirror has a part file of its own, because the .gz bytes of mirrors differ and must not
    // be joined.
    const part = join(folder, `${file.name}.${sha256(mirror).slice(0, 8)}.part`)
    const failure = await fetchPart(`${mirror}${file.name}.gz`, part, file, source, connection)
    if (failure === undefined) return part
    failures.set(failure, [...(failures.get(failure) ?? []), new URL(mirror).host])
  }
  const why = [...failures].map(([failure, hosts]) => `${hosts.join(' and ')}: ${failure}`)
  throw new NetworkFault(`${file.name}.gz could not be fetched; ${why.join('; ')}`, 'elsewhere')
}

/** Fills the part with verified bytes, or resolves to the fault. */
async function fetchPart(
  url: string,
  part: string,
  file: PinnedFile,
  source: MnistSource,
  connection: Connection,
): Promise<string | undefined> {
  const progress = (bytes: number, total: number | undefined) =>
    connection.progress({ file: file.name, bytes, total })
  let failure = ''
  for (let tries = 0; tries < triesPerMirror; tries++) {
    try {
      const { resumed } = await transfer(url, part, { ...connection, progress })
      const checked = await checkPinned(await readFile(part), file, source.files)
      if (checked.fault === undefined) return undefined
      await discardPart(part)
      failure = `what it sent ${checked.fault}`
      if (!resumed) return failure
    } catch (error) {
      connection.signal.throwIfAborted()
      const fault = networkFault(error)
      failure = fault.message
      if (fault.retry === 'elsewhere') return failure
    }
  }
  return failure
}

/** Removes the parts of this file that other mirrors and earlier tries left. */
export async function discardParts(folder: string, file: PinnedFile): Promise<void> {
  for (const entry of await readdir(folder)) {
    const part = /^(.*\.part)(\.version)?$/.exec(entry)?.[1]
    if (part?.startsWith(`${file.name}.`)) await discardPart(join(folder, part))
  }
}
