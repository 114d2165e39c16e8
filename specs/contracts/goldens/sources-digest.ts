import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/package-root.ts'

/** The sources, and what compiles the kernels and writes the calls of them. */
const folders = ['src', 'scripts']

/** sha256 of every file that a result could come from, whatever language it is in. */
export function sourcesDigest(root = packageRoot): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${JSON.stringify([file.slice(root.length).replaceAll('\\', '/'), text])}\n`)
  }
  return hash.digest('hex')
}
