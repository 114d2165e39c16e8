import type { Stream } from './stream.ts'

/**
 * Shuffles in place by Fisher-Yates: for i from the last index down to 1, swap i with
 * floor(u * (i + 1)). Takes length - 1 draws.
 */
export function shuffle(items: Int32Array | Uint32Array, stream: Stream): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(stream.next() * (i + 1))
    const item = items[i]
    items[i] = items[j]
    items[j] = item
  }
}
