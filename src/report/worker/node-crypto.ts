import { sha256 } from './sha256.ts'

// Stands in for node:crypto in the bundle of the worker: the one thing that the code of a run takes
// from Node. scripts/build-pages.ts puts it there.

interface Hash {
  update(data: Uint8Array | string): Hash
  digest(encoding: 'hex'): string
}

const utf8 = new TextEncoder()

/** As Node's, for sha256 in hex. */
export function createHash(_algorithm: 'sha256'): Hash {
  const state = sha256()
  const hash: Hash = {
    update(data) {
      state.update(typeof data === 'string' ? utf8.encode(data) : data)
      return hash
    },
    digest: () => state.finish(),
  }
  return hash
}
