import type { PngFacts } from './folder-file.ts'

const signature = '89504e470d0a1a0a'

/** Width and height of a PNG (its specification, sections 5.2 and 11.2.2), or why it is none. */
export function readPng(bytes: Uint8Array): PngFacts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 8).toString('hex') !== signature)
    return { state: 'not a png', why: 'it does not begin as a PNG does' }
  if (buffer.length < 33 || buffer.subarray(12, 16).toString('latin1') !== 'IHDR')
    return { state: 'not a png', why: 'it ends in its header' }
  if (!hasEnd(buffer)) return { state: 'not a png', why: 'it is cut short' }
  return { state: 'png', width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}

/** Chunk after chunk until IEND; what a program wrote behind it is no part of the picture. */
function hasEnd(buffer: Buffer): boolean {
  let at = 8
  while (at + 12 <= buffer.length) {
    const end = at + 12 + buffer.readUInt32BE(at)
    if (buffer.subarray(at + 4, at + 8).toString('latin1') === 'IEND') return end <= buffer.length
    at = end
  }
  return false
}
