import type { PngFacts } from './folder-file.ts'

const signature = '89504e470d0a1a0a'

/** Width and height of a PNG (its specification, sections 5.2 and 11.2.2), or why it is none. */
export function readPng(bytes: Uint8Array): PngFacts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 8).toString('hex') !== signature)
    return { state: 'not a png', why: 'it does not begin as a PNG does' }
  if (buffer.length < 33 || buffer.subarray(12, 16).toString('latin1') !== 'IHDR')
    return { state: 'not a png', why: 'it ends in its header' }
  if (!buffer.subarray(-12).includes('IEND')) return { state: 'not a png', why: 'it is cut short' }
  return { state: 'png', width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}
