import { createHash } from 'node:crypto'
import { exitCodes, UserError } from '../user-error.ts'
import type { Backend, BackendName, Dtype } from './backend.ts'
import type { LinearOptions } from './linear/backend.ts'
import { createNativeBackend, hasAddon, nativeDigest } from './native/index.ts'
import { createReferenceBackend } from './reference/index.ts'
import { createWasmBackend, kernelsDigest as wasmDigest } from './wasm/index.ts'

/** Every backend, the quickest first. All give the same bits. */
export const backendNames: readonly BackendName[] = ['native', 'wasm', 'reference']

/** The backends that can be created here, the quickest first. */
export function builtBackends(): BackendName[] {
  return backendNames.filter((name) => name !== 'native' || hasAddon())
}

/** The backend that is asked for, or the quickest; a UserError where it is not there, or not sound. */
export function usableBackend(asked?: BackendName): BackendName {
  const built = builtBackends()
  const name = asked ?? built[0]
  if (built.includes(name)) {
    // Reads the kernels, so that broken ones are refused before there is anything to train.
    kernelsDigest(name)
    return name
  }
  throw new UserError(
    `The ${asked} backend has not been built. Run npm run build with a C compiler at hand, or take --backend wasm: the bits are the same`,
    exitCodes.couldNotRun,
  )
}

/** A backend by its name. Throws a UserError where it has not been built or has no memory. */
export function createBackend(name: BackendName, dtype: Dtype, options?: LinearOptions): Backend {
  if (name === 'reference') return createReferenceBackend(dtype)
  return name === 'native' ? createNativeBackend(dtype, options) : createWasmBackend(dtype, options)
}

/** sha256 of what a backend's kernels are made of: part of what every record was made from. */
export function kernelsDigest(name: BackendName): string {
  if (name === 'reference') return referenceDigest
  return name === 'native' ? nativeDigest() : wasmDigest()
}

const referenceDigest = createHash('sha256').update('the definition, in src/numerics').digest('hex')
