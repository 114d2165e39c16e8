import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namedStream, type Stream } from '../../../src/numerics/stream.ts'

const side = 6
const classes = 10

/** A home folder with a data set of four small idx files in `.cache/digits`: blurred digits of noise. */
export function makeDigitsHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'assay-home-'))
  const folder = join(home, '.cache', 'digits')
  mkdirSync(folder, { recursive: true })
  const stream = namedStream('digits of noise')
  const kinds = Array.from({ length: classes }, () =>
    Array.from({ length: side * side }, () => 255 * stream.next()),
  )
  for (const [part, count] of [['train', 300] as const, ['t10k', 250] as const]) {
    const labels = Array.from({ length: count }, () => Math.floor(classes * stream.next()))
    const images = labels.flatMap((label) => noisy(kinds[label], stream))
    const sizes = (...list: readonly number[]) =>
      list.flatMap((size) => [0, 0, size >> 8, size & 255])
    const idx = (kind: string, bytes: readonly number[]) =>
      writeFileSync(join(folder, `${part}-${kind}-ubyte`), Uint8Array.from(bytes))
    idx('images-idx3', [0, 0, 8, 3, ...sizes(count, side, side), ...images])
    idx('labels-idx1', [0, 0, 8, 1, ...sizes(count), ...labels])
  }
  return home
}

const noisy = (pixels: readonly number[], stream: Stream) =>
  pixels.map((pixel) => Math.round(0.5 * pixel + 0.5 * 255 * stream.next()))
