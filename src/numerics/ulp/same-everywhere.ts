import type { Backend } from '../backend.ts'

/** Numbers looked at together. */
const block = 1 << 20
const all = 4294967296

/** The kernels of one number that are not exact operations. */
export const functionKernels = ['exp', 'tanh', 'sigmoid'] as const
export type FunctionKernel = (typeof functionKernels)[number]

export interface Disagreement {
  readonly kernel: FunctionKernel
  readonly backend: Backend
  /** The bits of the first input for which the two give other bits. */
  readonly input: number
}

/**
 * Whether float32 backends give the same bits as the first of them for every float32 number but NaN
 * (whose payload is not defined): the first disagreement of each kernel and backend. Takes a minute or
 * two; a wrong last bit of one constant may show for one number in millions, which samples do not meet.
 */
export function disagreements(
  backends: readonly Backend[],
  onProgress: (done: number) => void = () => {},
): Disagreement[] {
  const found: Disagreement[] = []
  const places = backends.map((backend) => {
    const [x, y] = [backend.reals(block), backend.reals(block)]
    const bits = (array: typeof x) => new Uint32Array(array.buffer, array.byteOffset, block)
    return { backend, x, y, inputs: bits(x), outputs: bits(y) }
  })
  const [definition, ...others] = places
  const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array) =>
    Buffer.from(buffer, byteOffset, byteLength)

  for (let from = 0; from < all; from += block) {
    for (let i = 0; i < block; i++) definition.inputs[i] = withoutNaN(from + i)
    for (const { inputs } of others) inputs.set(definition.inputs)
    for (const kernel of functionKernels) {
      definition.backend[kernel](definition.y, definition.x, block)
      for (const { backend, x, y, outputs } of others) {
        if (found.some((one) => one.kernel === kernel && one.backend === backend)) continue
        backend[kernel](y, x, block)
        if (bytesOf(outputs).equals(bytesOf(definition.outputs))) continue
        const at = outputs.findIndex((word, i) => word !== definition.outputs[i])
        found.push({ kernel, backend, input: definition.inputs[at] })
      }
    }
    onProgress((from + block) / all)
  }
  return found
}

/** Bits of a NaN become those of 0. */
const withoutNaN = (bits: number) => ((bits & 0x7fffffff) > 0x7f800000 ? 0 : bits)
