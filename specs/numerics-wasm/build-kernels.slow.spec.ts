import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
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

/** The script of the build and what it imports and reads. */
const whatBuilds = [
  'package.json',
  'dist/scripts/build-kernels.js',
  'dist/scripts/calls',
  'dist/src/package-root.js',
  'dist/src/numerics/linear/box.js',
  'dist/src/numerics/table',
  'src/kernels',
]

describe('a kernel of the table that has no AssemblyScript', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-kernels-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('fails the build, with a sentence that says which file lacks it', () => {
    for (const path of whatBuilds)
      cpSync(join(packageRoot, path), join(folder, path), { recursive: true })
    symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'))
    const file = join(folder, 'src/kernels/arithmetic.ts')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('function addScaled<', 'function anotherName<'))
    rmSync(join(folder, 'src/kernels/warp.ts'))
    const script = join(folder, 'dist/scripts/build-kernels.js')
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    expect(stderr.split('\n')).toEqual([
      'src/kernels/arithmetic.ts has no function addScaled, which src/numerics/table/arithmetic.ts asks for.',
      'src/kernels/warp.ts has no function warp, which src/numerics/table/warp.ts asks for.',
      '',
    ])
    expect(status).toBe(1)
    expect(existsSync(join(folder, 'dist/kernels/kernels.wasm'))).toBe(false)
  })
})
