import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { packageRoot } from '../src/package-root.ts'
import { writeAtomic } from '../src/records/atomic-file.ts'

// Bundles the programs of the report's pages to dist/pages/*.js, each one script without imports.

const report = join(packageRoot, 'src', 'report')

/**
 * Leaves out the modules that draw figures. Only the command line draws figures; a page never does.
 */
const withoutFigures: Plugin = {
  name: 'without-figures',
  enforce: 'pre',
  resolveId: (source) => (/\/figures\.ts$/.test(source) ? '\0no-figures' : null),
  load: (id) => (id === '\0no-figures' ? 'export {}' : null),
}

const programs = { run: 'page/run.ts', compare: 'page/compare.ts', worker: 'worker/worker.ts' }

for (const [name, entry] of Object.entries(programs)) {
  const result = await build({
    root: packageRoot,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutFigures],
    resolve: { alias: { 'node:crypto': join(report, 'worker', 'node-crypto.ts') } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(report, entry), formats: ['iife'], name: 'program', fileName: name },
    },
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as {
    output: readonly { readonly code?: string; readonly imports?: readonly string[] }[]
  }
  const [{ code, imports = [] }] = output
  if (code === undefined || output.length !== 1 || imports.length > 0)
    throw new Error(
      `${entry} was not bundled into one script. It still imports: ${imports.join(', ')}`,
    )
  const file = join(packageRoot, 'dist', 'pages', `${name}.js`)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== code)
    writeAtomic(file, code, 'Make dist/ writable')
}
