import type { GifFacts } from './folder-file.ts'

const notGif = (why: string): GifFacts => ({ state: 'not a gif', why })

/**
 * The frames, their delays and the comment blocks of a GIF (GIF89a specification, sections 18 to 26); no pixel is
 * decoded. Bytes that are no GIF, or end before it does, are said to be none.
 */
export function readGif(bytes: Uint8Array): GifFacts {
  const magic = latin(bytes.subarray(0, 6))
  if (magic !== 'GIF89a' && magic !== 'GIF87a') return notGif('it does not begin with GIF89a')
  if (bytes.length < 13) return notGif('it ends in its header')
  let at = 13 + colourTable(bytes[10])
  if (bytes[6] + bytes[7] === 0 || bytes[8] + bytes[9] === 0) return notGif('it is empty')
  const pictures = new Set<string>()
  const comments: string[] = []
  const delays: number[] = []
  while (at < bytes.length) {
    const block = bytes[at++]
    if (block === trailer) return { state: 'gif', frames: pictures.size, delays, comments }
    if (block === image) {
      if (at + 9 > bytes.length) break
      const begins = at
      at += 9 + colourTable(bytes[at + 8]) + 1
      const { text, end } = subBlocks(bytes, at)
      if (text.length > 0) pictures.add(latin(bytes.subarray(begins, begins + 9)) + text)
      at = end
    } else if (block === extension) {
      const label = bytes[at++]
      const { text, end } = subBlocks(bytes, at)
      if (label === comment) comments.push(text)
      if (label === control) delays.push(text.charCodeAt(1) + 256 * text.charCodeAt(2))
      at = end
    } else return notGif(`byte ${at - 1} begins no block that GIF knows`)
  }
  return notGif('it is cut short')
}

const [image, extension, trailer, comment, control] = [0x2c, 0x21, 0x3b, 0xfe, 0xf9]

/** Bytes of the colour table that a packed field announces. */
const colourTable = (packed: number) => (packed & 0x80 ? 3 * (1 << ((packed & 7) + 1)) : 0)

function subBlocks(bytes: Uint8Array, from: number): { text: string; end: number } {
  let at = from
  let text = ''
  while (at < bytes.length && bytes[at] !== 0) {
    text += latin(bytes.subarray(at + 1, at + 1 + bytes[at]))
    at += 1 + bytes[at]
  }
  return { text, end: at + 1 }
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
