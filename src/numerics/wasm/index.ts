import type { Backend, Dtype } from '../backend.ts'
import { type WasmOptions, wasmBackend } from './backend.ts'
import { compiledKernels } from './kernels-file.ts'

export type { WasmOptions } from './backend.ts'
export { wasmBackend } from './backend.ts'

/** A backend on the kernels that `npm run build` compiled. Throws a UserError where there are none. */
export function createWasmBackend(dtype: Dtype, options?: WasmOptions): Backend {
  return wasmBackend(compiledKernels().module, dtype, options)
}

/** sha256 of the compiled kernels, hexadecimal: part of what every record was made from. */
export function kernelsDigest(): string {
  return compiledKernels().digest
}
