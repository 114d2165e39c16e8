import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { linearBackend } from '../../src/numerics/linear/backend.ts'
import { boxLength, type Run } from '../../src/numerics/linear/box.ts'
import { namedStream } from '../../src/numerics/stream.ts'
import { controlLength, finishedParts } from '../../src/numerics/threads/control.ts'
import { startTeam } from '../../src/numerics/threads/team.ts'
import { wasmEngine } from '../../src/numerics/wasm/engine.ts'
import { createWasmBackend } from '../../src/numerics/wasm/index.ts'
import { compiledKernels } from '../../src/numerics/wasm/kernels-file.ts'
import { exitCodes } from '../../src/user-error.ts'
import { builtModule } from '../records/built.ts'

const eager = { mebibytes: 8, threads: 4, eager: true }

/** Of waiting for what comes at once, or never. */
const minutes = 240_000

/** An eager team, and how many parts of its calls were taken by others than the leader. */
function watchedTeam() {
  const module = compiledKernels().shared()
  const memory = new WebAssembly.Memory({ initial: 512, maximum: 512, shared: true })
  let taken = 0
  const b = linearBackend(wasmEngine(module, memory, 'f32'), 'f32', {
    threads: 4,
    start(setup) {
      let own = 0
      const run: Run = (operation) => {
        own++
        setup.run(operation)
      }
      const attachment = { name: 'wasm', dtype: 'f32', memory, module } as const
      const team = startTeam({ ...setup, run, eager: true, attachment })
      return {
        ...team,
        run(operation) {
          own = 0
          setup.signals[finishedParts] = 0
          team.run(operation)
          taken += Math.max(0, setup.signals[finishedParts] - own)
        },
      }
    },
  })
  return { b, takenByFollowers: () => taken }
}

describe('threads that share out a call', () => {
  it('leave nothing undone and do nothing twice, call after call', async () => {
    const { b, takenByFollowers } = watchedTeam()
    const length = 1000
    const [x, ones] = [b.reals(length), b.reals(length)]
    ones.fill(1)
    const sizes = namedStream('team spec/sizes')
    const expected = new Float32Array(length)
    // The followers need a while to be there: calls go on until they have done their share.
    for (let call = 0; call < 3000 || takenByFollowers() < 3000; call++) {
      const size = Math.floor(sizes.next() * (length + 1))
      b.add(x, ones, size)
      for (let i = 0; i < size; i++) expected[i]++
      if (call % 1000 === 0) await new Promise((next) => setImmediate(next))
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
      timeout: minutes,
    })
    team.close()
  })

  it.each([true, false])('do not keep the process alive (closed: %s)', async (closed) => {
    const words = ['--input-type=module', '-e', leader, builtModule('numerics/'), `${closed}`]
    const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: minutes })
    expect(stdout).toBe('a follower has worked\n')
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
  do {
    own = 0
    b.relu(x, x, 1024)
  } while (signals[finishedParts] === own)
  console.log('a follower has worked')
  if (process.argv[2] === 'true') b.close()
`
