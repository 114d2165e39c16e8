import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { artifactOf, digestBytes, digestTensors } from '../../src/records/digest.ts'
import { swapped, tensorBytes, tensorFromBytes } from '../../src/records/tensor-bytes.ts'
import { thrownBy, weights } from './samples.ts'

const changed = (change: object) => digestTensors([{ ...weights, ...change }])

describe('a digest of tensors', () => {
  it('is the sha256 of a line of JSON and the little-endian bytes', () => {
    const tensor = { name: 'b', dtype: 'i32', shape: [1], data: new Int32Array([258]) } as const
    const spelled = Buffer.concat([Buffer.from('["b","i32",[1]]\n'), Buffer.from([2, 1, 0, 0])])
    expect(digestTensors([tensor])).toBe(digestBytes(spelled))
  })

  it('changes with the name, the shape, the dtype, one bit of a value and the order', () => {
    const ints = { dtype: 'i32', data: new Int32Array(weights.data.buffer) }
    const zero = new Float32Array(weights.data)
    zero[1] = 0
    const all = [
      changed({}),
      changed({ name: 'W2' }),
      changed({ shape: [3, 2] }),
      changed(ints),
      changed({ data: zero }),
      digestTensors([weights, { ...weights, name: 'W2' }]),
      digestTensors([{ ...weights, name: 'W2' }, weights]),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('reads only its own part of a shared buffer', () => {
    const memory = new Float32Array([9, ...weights.data, 9])
    expect(changed({ data: memory.subarray(1, 7) })).toBe(changed({}))
  })

  it('refuses NaN and names the tensor and the index', () => {
    const data = new Float32Array([0, 0, 0, 0, NaN, 0])
    expect(thrownBy(() => changed({ data })).message).toBe('Tensor W1 is NaN at index 4')
  })

  it('refuses data that does not fill the shape or is of another dtype', () => {
    expect(() => changed({ shape: [7] })).toThrow('Tensor W1 of shape [7] holds 6 values')
    expect(() => changed({ dtype: 'f64' })).toThrow('Tensor W1 says f64 but holds a Float32Array')
  })
})

describe('an artifact', () => {
  it('gives back the bits of any tensor', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true }), (data) => {
        const tensor = { name: 'x', dtype: 'f64', shape: [data.length], data } as const
        const { artifact, bytes } = artifactOf(tensor)
        expect(artifact.sha256).toBe(digestBytes(bytes))
        // From an odd offset, as bytes out of a larger buffer may stand.
        const shifted = new Uint8Array(bytes.length + 1)
        shifted.set(bytes, 1)
        const back = tensorFromBytes(artifact, shifted.subarray(1))
        expect(digestTensors([back])).toBe(digestTensors([tensor]))
      }),
    )
  })

  it('refuses bytes that do not fill its shape', () => {
    const { artifact, bytes } = artifactOf(weights)
    expect(() => tensorFromBytes(artifact, bytes.subarray(4))).toThrow('has 20 bytes')
  })

  it('has each element turned round on a big-endian host', () => {
    expect([...swapped(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 4)]).toEqual([
      4, 3, 2, 1, 8, 7, 6, 5,
    ])
    const bytes = tensorBytes(weights)
    expect([...swapped(swapped(bytes, 4), 4)]).toEqual([...bytes])
  })
})
