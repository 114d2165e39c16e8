import type { Backend, BackendName, Dtype } from './backend.ts'
import type { LinearOptions } from './linear/backend.ts'
import { createReferenceBackend } from './reference/index.ts'
import { createWasmBackend } from './wasm/index.ts'

/** Every backend, the quickest first. All give the same bits. */
export const backendNames: readonly BackendName[] = ['wasm', 'reference']

/** The backends that can be created here, the quickest first. */
export function builtBackends(): BackendName[] {
  return [...backendNames]
}

/** A backend by its name. Throws a UserError where it has not been built or has no memory. */
export function createBackend(name: BackendName, dtype: Dtype, options?: LinearOptions): Backend {
  return name === 'reference' ? createReferenceBackend(dtype) : createWasmBackend(dtype, options)
}
