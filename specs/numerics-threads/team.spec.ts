import { execFileSync } from 'node:child_process'
import { describe, expect, it, vi } from 'vitest'
import { boxLength } from '../../src/numerics/linear/box.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { controlLength } from '../../src/numerics/threads/control.ts'
import { startTeam } from '../../src/numerics/threads/team.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { exitCodes } from '../../src/user-error.ts'
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

  it('lose a follower that does not start, and the leader says so', async () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    const box = new Float64Array(memory.buffer, 1024, boxLength)
    const team = startTeam({
      // No kernels: a follower finds nothing to attach to.
      attachment: { name: 'wasm', dtype: 'f32', memory },
      run: () => {},
      box,
      parts: [box],
      followers: [{ box, workspace: 0 }],
      signals: new Int32Array(memory.buffer, 4096, controlLength),
      lastWords: new Uint8Array(memory.buffer, 8192, 512),
      eager: true,
    })
    const failure = {
      name: 'UserError',
      exitCode: exitCodes.couldNotRun,
      message: expect.stringMatching(
        /^A thread of the team ended: No wasm kernels to attach to\. /,
      ),
    }
    await vi.waitFor(() => expect(() => team.run(0)).toThrow(expect.objectContaining(failure)), {
      timeout: 20_000,
    })
    team.close()
  })

  it.each([true, false])('do not keep the process alive (closed: %s)', (closed) => {
    const words = ['--input-type=module', '-e', leader, builtModule('numerics/'), `${closed}`]
    const said = execFileSync(process.execPath, words, { encoding: 'utf8', timeout: 20_000 })
    expect(said).toBe('a follower has worked\n')
  })
})

/** A program that ends, closing its team or not, once a follower has done a part of a call. */
const leader = `
  const numerics = process.argv[1]
  const { linearBackend } = await import(numerics + 'linear/backend.js')
  const { startTeam } = await import(numerics + 'threads/team.js')
  const { finishedParts } = await import(numerics + 'threads/control.js')
  const { wasmEngine } = await import(numerics + 'wasm/engine.js')
  const { compiledKernels } = await import(numerics + 'wasm/kernels-file.js')
  const module = compiledKernels().shared()
  const memory = new WebAssembly.Memory({ initial: 512, maximum: 512, shared: true })
  let signals
  let own = 0
  const b = linearBackend(wasmEngine(module, memory, 'f32'), 'f32', {
    threads: 4,
    start(setup) {
      signals = setup.signals
      const run = (operation) => {
        own++
        setup.run(operation)
      }
      const attachment = { name: 'wasm', dtype: 'f32', memory, module }
      return startTeam({ ...setup, run, eager: true, attachment })
    },
  })
  const x = b.reals(1024)
  const end = performance.now() + 15_000
  do {
    own = 0
    b.relu(x, x, 1024)
  } while (signals[finishedParts] === own && performance.now() < end)
  console.log(signals[finishedParts] > own ? 'a follower has worked' : 'the leader was alone')
  if (process.argv[2] === 'true') b.close()
`
