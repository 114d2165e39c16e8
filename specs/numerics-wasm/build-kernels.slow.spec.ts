import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kernelsDigest } from '../../src/numerics/wasm/index.ts'
import { packageRoot } from '../../src/package-root.ts'

const built = (name: string) => join(packageRoot, 'dist', 'kernels', name)

function build(...options: string[]): void {
  const script = join(packageRoot, 'dist', 'scripts', 'build-kernels.js')
  execFileSync(process.execPath, [script, ...options], { stdio: 'pipe' })
}

it('another build of the kernels gives the same bytes, whose digest is written beside them', () => {
  const before = readFileSync(built('kernels.wasm'))
  build('--force')
  expect(readFileSync(built('kernels.wasm')).equals(before)).toBe(true)
  const { wasmDigest } = JSON.parse(readFileSync(built('kernels.json'), 'utf8'))
  expect(wasmDigest).toBe(kernelsDigest())
})
