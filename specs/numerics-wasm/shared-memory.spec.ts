import { describe, expect, it } from 'vitest'
import { forSharedMemory } from '../../src/numerics/wasm/shared-memory.ts'

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const text = (word: string) => [word.length, ...new TextEncoder().encode(word)]
/** A module that imports one memory with these limits, behind a section of another kind. */
const importing = (limits: readonly number[], kind = 2) => {
  const imports = [1, ...text('env'), ...text('memory'), kind, ...limits]
  return Uint8Array.from([...header, 0, 3, ...text('xy'), 2, imports.length, ...imports])
}

describe('kernels for a shared memory', () => {
  it('are the same but for one bit of their import', () => {
    const module = importing([1, 1, 2])
    const shared = forSharedMemory(module)
    const differing = [...shared.keys()].filter((i) => shared[i] !== module[i])
    expect(differing).toEqual([module.length - 3])
    const bytes = { initial: 1, maximum: 2 }
    const link = (code: Uint8Array<ArrayBuffer>, isShared: boolean) =>
      new WebAssembly.Instance(new WebAssembly.Module(code), {
        env: { memory: new WebAssembly.Memory({ ...bytes, shared: isShared }) },
      })
    expect(link(shared, true)).toBeInstanceOf(WebAssembly.Instance)
    expect(() => link(shared, false)).toThrow(/shared/)
    expect(() => link(Uint8Array.from(module), true)).toThrow(/shared/)
  })

  it('must import a memory with a maximum, first of all', () => {
    expect(() => forSharedMemory(importing([0, 1]))).toThrow(/with a maximum/)
    expect(() => forSharedMemory(importing([1, 1, 2], 0))).toThrow(/import no memory/)
    expect(() => forSharedMemory(Uint8Array.from(header))).toThrow(/import no memory/)
  })
})
