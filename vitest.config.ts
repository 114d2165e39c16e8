import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'

const root = import.meta.dirname

/** Under c8, specs load the built files, so that coverage maps to the lines people wrote. */
const builtSources: Plugin = {
  name: 'built-sources',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!process.env.NODE_V8_COVERAGE) return null
    // An import whose specifier is computed comes as a path from the root.
    const relative = source.startsWith('.') && importer
    const path = relative ? resolve(importer, '..', source) : `${root}${source}`
    if (!path.startsWith(`${root}/src/`)) return null
    const built = path.replace(`${root}/src/`, `${root}/dist/src/`).replace(/\.ts$/, '.js')
    return existsSync(built) ? { id: built, external: true } : null
  },
}

/**
 * What takes long runs in CI, under coverage: `--mode slow`. That is every golden at all of its seeds,
 * programs that misbehave on purpose, a browser.
 */
const slow = 'specs/**/*.slow.spec.ts'

export default defineConfig(({ mode }) => ({
  plugins: [builtSources],
  test: {
    globalSetup: ['specs/built-kernels.ts'],
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
