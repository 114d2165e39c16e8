// Draws results.json: test accuracy by seed, a bar each, as figures/accuracy.png and rings.gif.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'

const [width, height] = [120, 60]
const record = readFileSync('results.json')
const { runs } = JSON.parse(record)

/** Palette indices: 0 paper, 1 net, 2 line. The first `shown` bars. */
function pixels(shown) {
  const image = new Uint8Array(width * height)
  runs.slice(0, shown).forEach(({ arm, testAccuracy }, i) => {
    const top = Math.round(height * (1 - testAccuracy))
    for (let y = top; y < height; y++)
      for (let x = 0; x < 9; x++) image[y * width + 2 + i * 12 + x] = arm === 'net' ? 1 : 2
  })
  return image
}

const palette = Buffer.from('ffffff0072b2d55e00000000', 'hex')

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  let crc = ~0
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(~crc >>> 0)
  return Buffer.concat([length, body, sum])
}

const head = Buffer.alloc(13)
head.writeUInt32BE(width, 0)
head.writeUInt32BE(height, 4)
head.set([8, 3], 8)
const image = pixels(runs.length)
const rows = Array.from({ length: height }, (_, y) =>
  Buffer.concat([Buffer.of(0), Buffer.from(image.subarray(y * width, (y + 1) * width))]),
)
const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const data = deflateSync(Buffer.concat(rows))
const chunks = [
  ['IHDR', head],
  ['PLTE', palette.subarray(0, 9)],
  ['IDAT', data],
  ['IEND', Buffer.alloc(0)],
]
writeFileSync(
  'figures/accuracy.png',
  Buffer.concat([signature, ...chunks.map(([n, d]) => chunk(n, d))]),
)

/** LZW of a GIF with a clear code before the table grows: codes stay three bits wide. */
function lzw(indices) {
  const codes = []
  for (const [i, index] of indices.entries()) codes.push(...(i % 2 === 0 ? [4] : []), index)
  codes.push(5)
  const bytes = Buffer.alloc(Math.ceil((codes.length * 3) / 8))
  codes.forEach((code, i) => {
    for (let bit = 0; bit < 3; bit++)
      if (code & (1 << bit)) bytes[(i * 3 + bit) >> 3] |= 1 << ((i * 3 + bit) & 7)
  })
  return blocks(bytes)
}

function blocks(bytes) {
  const parts = []
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255)
    parts.push(Buffer.of(part.length), part)
  }
  return Buffer.concat([...parts, Buffer.of(0)])
}

const size = Buffer.from(new Uint16Array([width, height]).buffer)
const digest = createHash('sha256').update(record).digest('hex')
writeFileSync(
  'rings.gif',
  Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    size,
    Buffer.of(0b10000001, 0, 0),
    palette,
    Buffer.of(0x21, 0xfe),
    blocks(Buffer.from(`assay:${digest}`, 'latin1')),
    ...runs.flatMap((_, i) => [
      Buffer.of(0x21, 0xf9, 4, 0, 50, 0, 0, 0, 0x2c, 0, 0, 0, 0),
      size,
      Buffer.of(0, 2),
      lzw(pixels(i + 1)),
    ]),
    Buffer.of(0x3b),
  ]),
)
