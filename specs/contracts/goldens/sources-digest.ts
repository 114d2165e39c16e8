import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/package-root.ts'

/** sha256 of every source that a result could come from: TypeScript, AssemblyScript and C under src. */
export function sourcesDigest(): string {
  const root = join(packageRoot, 'src')
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|c|h)$/.test(path))
  const hash = createHash('sha256')
  for (const path of paths.sort()) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${JSON.stringify([path, text])}\n`)
  }
  return hash.digest('hex')
}
