import { createGunzip } from 'node:zlib'
import { UserError } from '../user-error.ts'
import { sha256 } from './digest.ts'
import { parseIdx } from './idx.ts'
import type { PinnedFile } from './mnist-files.ts'
import { sharedBytes } from './shared-bytes.ts'

/**
 * The verified bytes, in memory that worker threads read without a copy; or the fault, as words
 * that follow the name of the file.
 */
export type Checked =
  | { readonly bytes: Uint8Array; readonly fault?: never }
  | { readonly fault: string; readonly bytes?: never }

/**
 * Decompresses raw bytes if they are gzip and compares them with their pin. The content decides
 * whether they are gzip, because mirrors and unpacking programs rename files. Only the pinned bytes
 * are ever returned. With `siblings`, a swapped file is recognised as the file that it is.
 */
export async function checkPinned(
  raw: Uint8Array,
  file: PinnedFile,
  siblings: readonly PinnedFile[],
): Promise<Checked> {
  const most = Math.max(...siblings.map((sibling) => sibling.bytes))
  const unpacked = await unpack(raw, most)
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

async function unpack(raw: Uint8Array, most: number): Promise<Checked> {
  if (raw.length === 0) return { fault: 'is empty' }
  const isGzip = raw[0] === 0x1f && raw[1] === 0x8b
  if (!isGzip) return { bytes: moved(raw, raw.length) }
  // Unpacked piece by piece into shared memory. Unpacked at once and then copied, the file would be
  // in memory twice.
  let room = sharedBytes(Math.min(declaredLength(raw), most))
  let length = 0
  const pieces = createGunzip({ chunkSize: 1 << 20 })
  pieces.end(raw)
  try {
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      if (length + piece.length > most) return { fault: 'is larger than any MNIST file' }
      if (length + piece.length > room.length) room = moved(room.subarray(0, length), most)
      room.set(piece, length)
      length += piece.length
    }
    return { bytes: room.subarray(0, length) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') return { fault: 'is truncated: its gzip data end too early' }
    if (code?.startsWith('Z_')) return { fault: 'is damaged: its gzip data do not unpack' }
    throw error
  }
}

/**
 * The length in the last four bytes of a gzip file. It is correct for an undamaged file with one
 * member, and may be anything for another file.
 */
function declaredLength(raw: Uint8Array): number {
  if (raw.length < 4) return 0
  return new DataView(raw.buffer, raw.byteOffset, raw.length).getUint32(raw.length - 4, true)
}

function moved(bytes: Uint8Array, length: number): Uint8Array {
  const room = sharedBytes(length)
  room.set(bytes)
  return room
}
