import type { Fault } from '../fault.ts'
import { stubFile } from '../stub-files.ts'

const gif = stubFile('rings.gif')
const end = gif.length - 1

/** A comment block of many bytes before the end: a GIF that is complete, and too large. */
const padding = Buffer.concat([
  Buffer.of(0x21, 0xfe),
  ...Array.from({ length: 8300 }, () => Buffer.concat([Buffer.of(255), Buffer.alloc(255, 'x')])),
  Buffer.of(0),
])

const broken = (write: Uint8Array, what: RegExp): Fault => ({
  of: 'stub',
  edit: { path: 'rings.gif', write },
  finds: { what, path: 'rings.gif' },
})

/** Where the first frame ends and the second begins. */
const second = gif.indexOf(Buffer.of(0x21, 0xf9), gif.indexOf(Buffer.of(0x21, 0xf9)) + 1)

export const faults: readonly Fault[] = [
  broken(
    Buffer.concat([gif.subarray(0, end), padding, gif.subarray(end)]),
    /has 2\d{6} bytes; 2097152/,
  ),
  broken(Buffer.from('PK\u0003\u0004 a zip', 'latin1'), /is no GIF: it does not begin/),
  broken(gif.subarray(0, end - 5), /is no GIF: it is cut short/),
  broken(
    Buffer.concat([gif.subarray(0, second), Buffer.of(0x3b)]),
    /has 1 frame; an animation has more/,
  ),
]
