import { open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type Dispatcher, fetch, type Response } from 'undici'
import { NetworkFault } from './network-fault.ts'

/** How many bytes of a file have arrived. `total` is undefined if the server does not give it. */
export interface DownloadProgress {
  readonly file: string
  readonly bytes: number
  readonly total: number | undefined
}

export interface TransferOptions {
  readonly dispatcher: Dispatcher
  readonly signal: AbortSignal
  readonly progress: (bytes: number, total: number | undefined) => void
}

/**
 * Downloads `url` into the file `part`. Continues an earlier transfer if the server still has the
 * same version: Range with If-Range, the validator kept in `<part>.version`. Resolves when
 * everything has arrived, with whether the beginning came from an earlier transfer. Rejects with
 * the fault and keeps the part for the next try.
 */
export async function transfer(
  url: string,
  part: string,
  options: TransferOptions,
): Promise<{ readonly resumed: boolean }> {
  const response = await request(url, await resumeHeaders(part), options)
  if (response.status === 416) {
    // The part is longer than the file, so it cannot be its beginning.
    await discardPart(part)
    throw new NetworkFault('the server refused to resume', 'again')
  }
  if (!response.ok || !response.body)
    throw new NetworkFault(`the server answered ${response.status}`, 'elsewhere')

  const resumed = response.status === 206
  const start = resumed ? rangeStart(response) : 0
  if (resumed && start !== (await sizeOf(part)))
    throw new NetworkFault('the server resumed at another byte', 'again')
  if (!resumed) await rememberVersion(part, response)

  const total = announcedTotal(response, start)
  let bytes = start
  const file = await open(part, resumed ? 'a' : 'w')
  try {
    // Chunk by chunk, so that a broken transfer keeps all that has arrived.
    for await (const chunk of response.body) {
      await file.writeFile(chunk)
      bytes += chunk.length
      options.progress(bytes, total)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (total !== undefined && bytes < total)
    throw new NetworkFault(`the transfer ended after ${bytes} of ${total} bytes`, 'again')
  return { resumed }
}

export async function discardPart(part: string): Promise<void> {
  await rm(part, { force: true })
  await rm(versionOf(part), { force: true })
}

async function request(url: string, headers: Record<string, string>, options: TransferOptions) {
  const { dispatcher, signal } = options
  // Asks for the .gz bytes without another content encoding, which fetch would decode.
  return await fetch(url, {
    dispatcher,
    signal,
    headers: { 'accept-encoding': 'identity', ...headers },
  })
}

async function resumeHeaders(part: string): Promise<Record<string, string>> {
  const size = await sizeOf(part)
  const version = await readFile(versionOf(part), 'utf8').catch(() => '')
  return size > 0 && version ? { range: `bytes=${size}-`, 'if-range': version } : {}
}

/** Keeps a strong entity tag, or else the date. A weak tag does not promise equal bytes. */
async function rememberVersion(part: string, { headers }: Response): Promise<void> {
  const tag = headers.get('etag')
  const version = tag && !tag.startsWith('W/') ? tag : headers.get('last-modified')
  if (version) await writeFile(versionOf(part), version)
  else await rm(versionOf(part), { force: true })
}

function rangeStart({ headers }: Response): number {
  return Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? Number.NaN)
}

function announcedTotal({ headers }: Response, start: number): number | undefined {
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') ? undefined : start + Number(length)
}

function versionOf(part: string): string {
  return `${part}.version`
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}
