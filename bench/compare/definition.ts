import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * sha256 over the built definition of a checkout: two revisions with the same digest do the same
 * arithmetic, so that their times are for the same answer.
 */
export function definitionDigest(root: string): string {
  const hash = createHash('sha256')
  for (const part of ['reference', 'functions']) {
    const folder = join(root, 'dist', 'src', 'numerics', part)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(folder, path)
      if (!path.endsWith('.js') || !statSync(file).isFile()) continue
      hash.update(`${part}/${path}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
