import { sha256 } from './sha256.ts'

// Replaces node:crypto in the bundle of the worker. It is the only module of Node that the code of
// a run uses. scripts/build-pages.ts makes the replacement.

interface Hash {
  update(data: Uint8Array | string): Hash
  digest(encoding: 'hex'): string
}

const utf8 = new TextEncoder()

/** Like createHash of Node, but only for sha256 in hex. */
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
