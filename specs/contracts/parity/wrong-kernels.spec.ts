import { describe, expect, it } from 'vitest'
import type { Backend, KernelName } from '../../../src/numerics/backend.ts'
import { createReferenceBackend } from '../../../src/numerics/reference/index.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'
import type { OperandArray } from './call.ts'
import { calls, kernelNames } from './calls/index.ts'
import { compareKernel, pair } from './parity.ts'
import { guardElements } from './placement.ts'

// The contract is seen failing: each kernel in turn is made wrong by as little as can be.

const numRuns = 40

type AnyKernel = (...operands: unknown[]) => number | undefined

/** The same backend with one kernel followed by `mischief` on its first operand, its output. */
function spoil(
  backend: Backend,
  kernel: KernelName,
  mischief: (out: OperandArray) => void,
): Backend {
  const right = backend[kernel] as AnyKernel
  const wrong: AnyKernel = (...operands) => {
    const result = right(...operands)
    mischief(operands[0] as OperandArray)
    return result === undefined ? undefined : result * (1 + Number.EPSILON)
  }
  return { ...backend, [kernel]: wrong }
}

/** The first number's last bit is turned over. */
function shiftByOneUlp({ buffer, byteOffset, length }: OperandArray): void {
  if (length > guardElements) new Uint8Array(buffer, byteOffset, 1)[0] ^= 1
}

function writeBehindEnd(out: OperandArray): void {
  const end = (out.length - guardElements) * out.BYTES_PER_ELEMENT
  new Uint8Array(out.buffer, out.byteOffset + end, 1)[0] = 0
}

describe('the parity contract catches', () => {
  const backends = pair(createReferenceBackend('f32'), createWasmBackend('f32', { mebibytes: 16 }))
  const failureOf = (kernel: KernelName, mischief: (out: OperandArray) => void) => {
    const backend = spoil(backends.candidate.backend, kernel, mischief)
    const spoilt = { ...backends, candidate: { ...backends.candidate, backend } }
    return compareKernel(spoilt, kernel, calls[kernel], numRuns)
  }

  it.each(kernelNames)('one wrong bit of %s, and says where', (kernel) => {
    const where = /^wasm f32 (\w+): (\w+\[0\]) is 0x[0-9a-f]+ \(.+\), by definition 0x[0-9a-f]+ \(/
    const failure = failureOf(kernel, shiftByOneUlp)
    expect(failure).toMatch(where)
    expect(failure).toContain(`f32 ${kernel}:`)
  })

  const writers = kernelNames.filter((name) => name !== 'squaredNorm')
  it.each(writers)('a byte written behind the output of %s', (kernel) => {
    expect(failureOf(kernel, writeBehindEnd)).toMatch(/was written 1 bytes after its end/)
  })
})
