import type { Backend, BackendName, Dtype } from '../../../src/numerics/backend.ts'
import { createWasmBackend } from '../../../src/numerics/wasm/index.ts'

/** Every backend that claims the definition's bits. */
export const candidates: Readonly<
  Record<Exclude<BackendName, 'reference'>, (dtype: Dtype) => Backend>
> = {
  wasm: (dtype) => createWasmBackend(dtype, { mebibytes: 16 }),
}

export const dtypes: readonly Dtype[] = ['f32', 'f64']
