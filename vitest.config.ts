import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'

const root = import.meta.dirname

/**
 * Whether specs load what was built instead of the sources: as `npm test`, which has just built, and
 * under c8, so that coverage maps to the lines people wrote. By hand, `npx vitest` loads the sources, and builds
 * first what specs start as workers and processes.
 */
const isBuilt = process.env.npm_lifecycle_event === 'test' || 'NODE_V8_COVERAGE' in process.env

/** Takes the built file in place of a source. One that was built from no source any more is not taken. */
const builtSources: Plugin = {
  name: 'built-sources',
  enforce: 'pre',
  resolveId(source, importer) {
    // An import whose specifier is computed comes as a path from the root.
    const relative = source.startsWith('.') && importer
    const path = relative ? resolve(importer, '..', source) : `${root}${source}`
    const folder = ['src', 'bench', 'scripts'].find((name) => path.startsWith(`${root}/${name}/`))
    if (!folder || !existsSync(path)) return null
    const built = path.replace(root, `${root}/dist`).replace(/\.ts$/, '.js')
    return existsSync(built) ? { id: built, external: true } : null
  },
}

/**
 * What takes long runs in CI, under coverage: `--mode slow`. That is every golden at all of its seeds,
 * programs that misbehave on purpose, a browser.
 */
const slow = 'specs/**/*.slow.spec.ts'

// Packages are loaded as users load them, not in the slower builds made for their own development.
process.env.NODE_ENV = 'production'

export default defineConfig(({ mode }) => ({
  plugins: isBuilt ? [builtSources] : [],
  test: {
    globalSetup: isBuilt ? [] : ['specs/fresh-build.ts'],
    include: ['specs/**/*.spec.ts'],
    exclude: mode === 'slow' ? [] : [slow],
    pool: 'threads',
    maxWorkers: 2,
    // Each thread loads a module once: no spec leaves a trace for the next (an environment, a folder).
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A message is read where it is printed: in full.
    chaiConfig: { truncateThreshold: 600 },
    server: { deps: { external: [/\/dist\//] } },
  },
}))
