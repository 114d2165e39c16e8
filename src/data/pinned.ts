import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { UserError } from '../user-error.ts'
import { sha256 } from './digest.ts'
import { parseIdx } from './idx.ts'
import type { PinnedFile } from './mnist-files.ts'

/** Either the verified bytes, or what is wrong, said so that a file's name fits in front of it. */
export type Checked =
  | { readonly bytes: Uint8Array; readonly fault?: never }
  | { readonly fault: string; readonly bytes?: never }

/**
 * Decompresses raw bytes if they are gzip (told by content, as mirrors and unpackers rename) and
 * compares them with their pin. Nothing but the pinned bytes is ever returned; `siblings` lets a
 * swapped file be called by its true name.
 */
export async function checkPinned(
  raw: Uint8Array,
  file: PinnedFile,
  siblings: readonly PinnedFile[],
): Promise<Checked> {
  const most = Math.max(...siblings.map((sibling) => sibling.bytes))
  const unpacked = await unpack(raw, file.bytes, most)
  if (unpacked.fault !== undefined) return unpacked
  const digest = sha256(unpacked.bytes)
  if (digest === file.sha256) return unpacked

  const truly = siblings.find((sibling) => sibling.sha256 === digest)
  if (truly) return { fault: `holds ${truly.name}, not ${file.name}: the files are swapped` }
  try {
    parseIdx(unpacked.bytes, file.kind, '')
  } catch (error) {
    if (error instanceof UserError) return { fault: error.message.trim() }
    throw error
  }
  const short = (hash: string) => `${hash.slice(0, 12)}…`
  return {
    fault: `is damaged or is not MNIST: its sha256 is ${short(digest)}, not ${short(file.sha256)}`,
  }
}

async function unpack(raw: Uint8Array, expected: number, most: number): Promise<Checked> {
  if (raw.length === 0) return { fault: 'is empty' }
  const isGzip = raw[0] === 0x1f && raw[1] === 0x8b
  if (!isGzip) return { bytes: raw }
  try {
    // One byte over the largest file is enough to see that it is none of them.
    // Unpacked in one piece: thousands of pieces joined at the end take twice the time and memory.
    const options = { maxOutputLength: most + 1, chunkSize: Math.max(expected + 1, 65536) }
    return { bytes: await promisify(gunzip)(raw, options) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') return { fault: 'is truncated: its gzip data end too early' }
    if (code === 'ERR_BUFFER_TOO_LARGE') return { fault: 'is larger than any MNIST file' }
    if (code?.startsWith('Z_')) return { fault: 'is damaged: its gzip data do not unpack' }
    throw error
  }
}
