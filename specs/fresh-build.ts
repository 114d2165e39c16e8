import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Runs a program of Node and returns its exit code; what it says goes to stderr. */
type RunNode = (script: string) => number | null

const runNode: RunNode = (script) =>
  spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: ['ignore', 2, 'inherit'] })
    .status

/**
 * Builds what specs start from dist: workers, threads, processes of assay, the kernels. Else what was
 * broken or mended since the last build would be judged by its old version. The compiler also writes
 * what has faults in its types; it shows them, and the specs are to find what comes of them.
 */
export function build(run: RunNode): void {
  run('node_modules/typescript/bin/tsc')
  for (const script of ['remove-leftovers.js', 'build-kernels.js', 'build-native.js'])
    if (run(`dist/scripts/${script}`) !== 0)
      throw new Error(`${script} failed: see above, and run npm run build`)
}

export const setup = () => build(runNode)
