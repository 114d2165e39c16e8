import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWasmBackend, kernelsDigest } from '../../src/numerics/wasm/index.ts'
import { compiledKernels } from '../../src/numerics/wasm/kernels-file.ts'
import { packageRoot } from '../../src/package-root.ts'
import { exitCodes } from '../../src/user-error.ts'
import { dtypes } from '../contracts/parity/candidates.ts'

const couldNotRun = { name: 'UserError', exitCode: exitCodes.couldNotRun }

describe.each(dtypes)('the memory of a %s backend', (dtype) => {
  const backend = createWasmBackend(dtype, { mebibytes: 8 })

  it('is zero, aligned to 64 bytes, and its arrays do not overlap', () => {
    const arrays = [backend.reals(3), backend.bytes(1), backend.indices(5), backend.doubles(7)]
    for (const array of [...arrays, backend.reals(0), backend.reals(1)]) {
      expect(array.byteOffset % 64).toBe(0)
      expect(array.every((x) => x === 0)).toBe(true)
    }
    for (const [i, array] of arrays.entries()) array.fill(i + 1)
    for (const [i, array] of arrays.entries()) expect(new Set(array)).toEqual(new Set([i + 1]))
  })

  it('holds reals of its dtype', () => {
    expect(backend.reals(1).BYTES_PER_ELEMENT).toBe(dtype === 'f32' ? 4 : 8)
  })

  it('leaves what the kernels use for themselves alone', () => {
    const own = backend.reals(1000).fill(3)
    const [a, c] = [backend.reals(600 * 600).fill(1), backend.reals(600 * 40)]
    backend.matmul(c, a, a, false, 600, 1, 40, 1, 600, 40, 600)
    expect(own.every((x) => x === 3)).toBe(true)
    expect(c.every((x) => x === 600)).toBe(true)
  })

  it('is refused in a sentence when it is full', () => {
    expect(() => backend.reals(2 ** 20 * 2)).toThrow(
      expect.objectContaining({ ...couldNotRun, message: expect.stringMatching(/8 MiB is full/) }),
    )
  })
})

describe('a wasm backend', () => {
  it('names itself, its dtype and the digest of its kernels', () => {
    expect(createWasmBackend('f32', { mebibytes: 8 })).toMatchObject({ name: 'wasm', dtype: 'f32' })
    expect(kernelsDigest()).toMatch(/^[0-9a-f]{64}$/)
  })

  it('rejects an array of another memory, which is a bug', () => {
    const [one, other] = [1, 2].map(() => createWasmBackend('f32', { mebibytes: 8 }))
    const x = one.reals(4)
    expect(() => one.relu(x, other.reals(4), 4)).toThrow(/outside the backend/)
    expect(() => one.relu(new Float32Array(4), x, 4)).toThrow(/outside the backend/)
  })

  it('says in a sentence that memory cannot be had', () => {
    expect(() => createWasmBackend('f32', { mebibytes: 5000 })).toThrow(
      expect.objectContaining({ ...couldNotRun, message: expect.stringMatching(/5000 MiB/) }),
    )
  })

  it('says in a sentence that the kernels have not been built', () => {
    expect(() => compiledKernels('/nowhere/kernels.wasm')).toThrow(
      expect.objectContaining({ ...couldNotRun, message: expect.stringMatching(/npm run build/) }),
    )
  })

  it.each<[string, (path: string, whole: Buffer) => void]>([
    ['empty', (path) => writeFileSync(path, '')],
    ['cut off', (path, whole) => writeFileSync(path, whole.subarray(0, whole.length / 2))],
    ['no more than a header', (path, whole) => writeFileSync(path, whole.subarray(0, 8))],
    ['a folder', (path) => mkdirSync(path)],
  ])('says in a sentence that the kernels are %s', (what, write) => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-wasm-'))
    try {
      const path = join(folder, 'kernels.wasm')
      write(path, readFileSync(join(packageRoot, 'dist/kernels/kernels.wasm')))
      const complaint = what === 'a folder' ? 'cannot be read \\(EISDIR.*\\)' : 'are damaged'
      const message = expect.stringMatching(
        new RegExp(`^The kernels at \\S+ ${complaint}\\. Run: npm run build$`),
      )
      expect(() => compiledKernels(path)).toThrow(
        expect.objectContaining({ ...couldNotRun, message }),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
