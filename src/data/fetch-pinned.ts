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
  /** Aborts when the folder's lock is lost. */
  readonly signal: AbortSignal
  readonly progress: (progress: DownloadProgress) => void
}

/** Tries at one mirror; what has arrived is kept between them. */
const triesPerMirror = 3

/**
 * Fetches `<name>.gz` from the first mirror that sends the pinned bytes, and resolves to the part
 * file in the folder that holds them, complete and verified. Throws a NetworkFault that says what
 * every mirror did; what has arrived stays for the next time.
 */
export async function fetchPinned(
  folder: string,
  file: PinnedFile,
  source: MnistSource,
  connection: Connection,
): Promise<string> {
  const failures = new Map<string, string[]>()
  for (const mirror of source.mirrors) {
    // A part belongs to its mirror: their .gz bytes differ and must not be joined.
    const part = join(folder, `${file.name}.${sha256(mirror).slice(0, 8)}.part`)
    const failure = await fetchPart(`${mirror}${file.name}.gz`, part, file, source, connection)
    if (failure === undefined) return part
    failures.set(failure, [...(failures.get(failure) ?? []), new URL(mirror).host])
  }
  const why = [...failures].map(([failure, hosts]) => `${hosts.join(' and ')}: ${failure}`)
  throw new NetworkFault(`${file.name}.gz could not be fetched; ${why.join('; ')}`, 'elsewhere')
}

/** Fills the part with verified bytes; otherwise resolves to what went wrong. */
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

/** Removes what other mirrors and earlier tries left of this file. */
export async function discardParts(folder: string, file: PinnedFile): Promise<void> {
  for (const entry of await readdir(folder)) {
    const part = /^(.*\.part)(\.version)?$/.exec(entry)?.[1]
    if (part?.startsWith(`${file.name}.`)) await discardPart(join(folder, part))
  }
}
