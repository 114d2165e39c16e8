/// <reference path="./web-assembly.d.ts" />
import type { Dtype, KernelName, Kernels } from '../backend.ts'

/** What src/kernels/index.ts exports: every kernel for every dtype, and where its memory is. */
export interface KernelExports {
  readonly kernels: RawKernels
  /** The first byte that the kernels do not use themselves. */
  arenaStart(): number
  /** Address of the four float64 in which fillUniform finds and leaves a stream's state. */
  aleaState(): number
  /** Bytes of scratch, which bound the images that can be deformed. */
  scratchBytes(): number
}

/** The kernels of one dtype: arrays are byte offsets, everything else as in Kernels. */
export type RawKernels = { readonly [Name in KernelName]: RawKernel<Name> }

type RawKernel<Name extends KernelName> = (...operands: number[]) => ReturnType<Kernels[Name]>

/** An instance of the compiled kernels over `memory`, bound to one dtype. */
export function bindKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  dtype: Dtype,
): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const own = Object.entries(exports).filter(([name]) => name.endsWith(`_${dtype}`))
  const kernels = Object.fromEntries(own.map(([name, f]) => [name.slice(0, -4), f]))
  return { ...exports, kernels } as unknown as KernelExports
}
