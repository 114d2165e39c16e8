import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

const built = (name: string) => join(packageRoot, 'dist', 'kernels', name)

function build(...options: string[]): void {
  const script = join(packageRoot, 'dist', 'scripts', 'build-kernels.js')
  execFileSync(process.execPath, [script, ...options], { stdio: 'pipe' })
}

describe('the build of the kernels', () => {
  it('does nothing where they are up to date', () => {
    build()
    const { mtimeMs } = statSync(built('kernels.wasm'))
    build()
    expect(statSync(built('kernels.wasm')).mtimeMs).toBe(mtimeMs)
  })
})
