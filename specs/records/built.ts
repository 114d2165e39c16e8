import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../src/package-root.ts'

/** The built module of a source file, for child processes and workers: Node 20 runs no TypeScript. */
export function builtModule(path: string): string {
  const file = join(packageRoot, 'dist/src', path)
  if (!existsSync(file)) throw new Error(`${file} is not built. Run: npm run build`)
  return pathToFileURL(file).href
}
