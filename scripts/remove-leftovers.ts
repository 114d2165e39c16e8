import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../src/package-root.ts'

// Removes from dist what was built from a source that is no more. The compiler leaves it, and rules,
// probes and tables are found by looking into a folder, so one that was deleted would live on.

const dist = join(packageRoot, 'dist')
const compiled = /\.js(\.map)?$/

for (const top of ['src', 'scripts', 'bench']) {
  const entries = readdirSync(join(dist, top), { recursive: true, withFileTypes: true })
  for (const entry of entries.filter(({ name }) => compiled.test(name))) {
    const path = join(entry.parentPath, entry.name)
    const source = join(packageRoot, relative(dist, path)).replace(compiled, '.ts')
    if (!existsSync(source)) rmSync(path, { force: true })
  }
}
