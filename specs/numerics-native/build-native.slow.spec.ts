import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hasAddon, nativeAddon, nativeDigest } from '../../src/numerics/native/index.ts'
import { kernelNames } from '../../src/numerics/table/index.ts'
import { packageRoot } from '../../src/package-root.ts'

const root = mkdtempSync(join(tmpdir(), 'assay-native-'))
afterAll(() => rmSync(root, { recursive: true }))

/** The script of the build and what it imports and reads. */
const whatBuilds = [
  'package.json',
  'dist/scripts/build-native.js',
  'dist/scripts/calls',
  'dist/src/package-root.js',
  'dist/src/numerics/linear/box.js',
  'dist/src/numerics/table',
  'src/kernels/native',
]

/** A project that has the build of the addon and nothing else, with what an earlier build left. */
function project(name: string): string {
  const folder = join(root, name)
  for (const path of whatBuilds)
    cpSync(join(packageRoot, path), join(folder, path), { recursive: true })
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'dist/kernels'))
  for (const stale of ['kernels.node', 'native.json'])
    writeFileSync(join(folder, 'dist/kernels', stale), 'of an earlier build')
  return folder
}

function build(folder: string, env: Record<string, string>) {
  const script = join(folder, 'dist/scripts/build-native.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { PATH: '/nowhere', ...env },
  })
  return {
    status,
    said: stdout + stderr,
    addon: existsSync(join(folder, 'dist/kernels/kernels.node')),
  }
}

/** As little C as shows that a compiler has what the kernels are written in. */
const probe = {
  'kernels.c': `#include <stdint.h>
#include <string.h>
typedef float vec __attribute__((vector_size(VECTOR_BYTES), aligned(4), may_alias));
typedef float four __attribute__((vector_size(16)));
#define JOINED(a, b) a##b
#define OF(a, b) JOINED(a, b)
void OF(probe_, SET)(float *x) { *(vec *)x += *(vec *)(x + VECTOR_BYTES / 4); }
four OF(turned_, SET)(four a, four b) { return __builtin_shufflevector(a, b, 0, 4, 1, 5); }
`,
  'addon.c': `#include <node_api.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
napi_value napi_register_module_v1(napi_env env, napi_value exports) { (void)env; return exports; }
`,
}

/** The same project with a few lines of C in the place of the kernels. */
function probeProject(): string {
  const folder = project('probe')
  const sources = join(folder, 'src/kernels/native')
  rmSync(sources, { recursive: true })
  mkdirSync(sources)
  for (const [name, text] of Object.entries(probe)) writeFileSync(join(sources, name), text)
  return folder
}

/** One line that says why, and that the bits are the same; what an earlier build left is gone. */
const refused = (why: RegExp) => ({
  status: 0,
  addon: false,
  said: expect.stringMatching(
    new RegExp(
      `^The native backend was not built: ${why.source}\\. The wasm backend gives the same bits, slower\\.\n$`,
    ),
  ),
})

describe('the build of the native backend', () => {
  it('goes on without a compiler, and says so in one line', () => {
    expect(build(project('without'), {})).toEqual(refused(/there is no C compiler/))
  })

  it('goes on with a compiler that fails, with its first complaint', () => {
    const folder = project('failing')
    const compiler = join(folder, 'cc')
    const script =
      '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "x.c:1: error: no disk" >&2\nexit 1\n'
    writeFileSync(compiler, script, { mode: 0o755 })
    expect(build(folder, { CC: compiler, PATH: '/usr/bin:/bin' })).toEqual(
      refused(/\S+ failed \(x\.c:1: error: no disk\)/),
    )
  })

  it('takes away folders that stand where its files belong', () => {
    const folder = project('folders')
    for (const name of ['kernels.node', 'native.json']) {
      rmSync(join(folder, 'dist/kernels', name))
      mkdirSync(join(folder, 'dist/kernels', name))
    }
    expect(build(folder, {})).toEqual(refused(/there is no C compiler/))
  })

  it('is left out when it is not wanted', () => {
    expect(build(project('unwanted'), { ASSAY_NATIVE: '0', PATH: process.env.PATH! })).toEqual(
      refused(/ASSAY_NATIVE=0 asks for none/),
    )
  })
})

describe.skipIf(process.env.ASSAY_NATIVE === '0')('the sources in C', () => {
  it('compile wherever the compiler knows our vectors', () => {
    const { PATH = '', CC = '' } = process.env
    const { addon, said } = build(probeProject(), { PATH, CC })
    if (addon && !hasAddon())
      expect.fail(
        'The C compiler here works, but src/kernels/native was not compiled: npm run build says where it fails.',
      )
    if (hasAddon()) expect(addon, said).toBe(true)
  })
})

describe.runIf(hasAddon())('a kernel of the table that has no C', () => {
  const { PATH = '', CC = '' } = process.env
  const sentence = (what: string) => `src/kernels/native/${what} asks for.\n`

  it('fails the build, with a sentence that says which file lacks it', () => {
    const folder = project('incomplete')
    const file = join(folder, 'src/kernels/native/arithmetic.inc')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replaceAll('KERNEL(addScaled)', 'KERNEL(anotherName)'))
    expect(build(folder, { PATH, CC })).toEqual({
      status: 1,
      addon: false,
      said: sentence(
        'arithmetic.inc has no KERNEL(addScaled), which src/numerics/table/arithmetic.ts',
      ),
    })
  })

  it('fails it, too, where the file of its family is missing', () => {
    const folder = project('without-a-family')
    rmSync(join(folder, 'src/kernels/native/warp.inc'))
    const { status, said } = build(folder, { PATH, CC })
    expect({ status, said }).toEqual({
      status: 1,
      said: sentence('warp.inc is missing, which src/numerics/table/warp.ts'),
    })
  })
})

describe.runIf(hasAddon())('the addon', () => {
  it('has every kernel under its number', () => {
    expect(nativeAddon().kernels).toEqual(kernelNames)
    const { instructionSets } = nativeAddon()
    expect(instructionSets.length).toBeGreaterThan(0)
    for (const set of instructionSets) expect(['avx512', 'avx2', 'sse2', 'neon']).toContain(set)
    expect(nativeDigest()).toMatch(/^[0-9a-f]{64}$/)
  })

  it('refuses what is no call', () => {
    const addon = nativeAddon()
    const run = addon.attach(new Uint8Array(1024), 0, true, 0)
    for (const kernel of [kernelNames.length, -1, 'tanh'])
      expect(() => run(kernel as number)).toThrow(/No such kernel/)
    const bytes = new Uint8Array(1024)
    expect(() => addon.attach(new Float32Array(8) as never, 0, true, 0)).toThrow(/attach\(memory/)
    expect(() => addon.attach(bytes, 0, true, 9)).toThrow(/attach\(memory/)
  })

  it('multiplies and adds one by one: it has no fused instruction', () => {
    let listing: string
    try {
      const file = join(packageRoot, 'dist/kernels/kernels.node')
      listing = execFileSync('objdump', ['-d', '--no-show-raw-insn', file], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      })
    } catch {
      return
    }
    expect(listing).toMatch(/\b(v?mulps|fmul)\b/)
    expect(listing.match(/\b(vfn?m(add|sub)\w*|fml[as]|fn?madd|fn?msub)\b/g)).toBeNull()
  })
})
