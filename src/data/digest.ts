import { createHash } from 'node:crypto'

/** The sha256 of the chunks joined in order, in hex. */
export function sha256(...chunks: (Uint8Array | string)[]): string {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}
