import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Builds the kernels before the specs, where their sources are not those of the last build: else a
 * kernel that was broken or mended since would be judged by its old version.
 */
export function setup(): void {
  for (const script of ['build-kernels.js', 'build-native.js']) {
    const path = join(import.meta.dirname, '..', 'dist', 'scripts', script)
    const { status } = spawnSync(process.execPath, [path], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (status !== 0) throw new Error(`${script} failed: see above, and run npm run build`)
  }
}
