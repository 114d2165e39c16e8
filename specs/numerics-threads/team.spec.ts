import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { namedStream } from '../../src/numerics/stream.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { builtModule } from '../records/built.ts'

const eager = { mebibytes: 8, threads: 4, eager: true }

describe('threads that share out a call', () => {
  it('leave nothing undone and do nothing twice, call after call', () => {
    const b = createWasmBackend('f32', eager)
    const length = 1000
    const [x, ones] = [b.reals(length), b.reals(length)]
    ones.fill(1)
    const sizes = namedStream('team spec/sizes')
    const expected = new Float32Array(length)
    // Long enough for the followers to be there.
    const end = performance.now() + 400
    for (let call = 0; call < 3000 || performance.now() < end; call++) {
      const size = Math.floor(sizes.next() * (length + 1))
      b.add(x, ones, size)
      for (let i = 0; i < size; i++) expected[i]++
    }
    b.close()
    expect(x).toEqual(expected)
  })

  it('all end their turn when one fails, and the leader throws, then and ever after', () => {
    const b = createWasmBackend('f32', eager)
    const x = b.reals(64)
    b.relu(x, x, 64)
    const failure = /^A thread of the team failed: .*out of bounds/
    expect(() => b.relu(x, x, 64 * 1024 * 1024)).toThrow(failure)
    expect(() => b.relu(x, x, 64)).toThrow(failure)
    b.close()
  })

  it.each([true, false])('do not keep the process alive (closed: %s)', (closed) => {
    const program = `
      const { createWasmBackend } = await import(process.argv[1])
      const b = createWasmBackend('f32', ${JSON.stringify(eager)})
      const x = b.reals(64).fill(-1)
      b.relu(x, x, 64)
      console.log(x.every((value) => value === 0))
      if (${closed}) b.close()`
    const words = ['--input-type=module', '-e', program, builtModule('numerics/wasm/index.js')]
    const said = execFileSync(process.execPath, words, { encoding: 'utf8', timeout: 20_000 })
    expect(said).toBe('true\n')
  })
})
