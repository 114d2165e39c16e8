import type { Backend } from '../../src/numerics/backend.ts'
import { createWasmBackend, kernelsDigest } from '../../src/numerics/wasm/index.ts'
import type { BackendChoice, InProcessSubject } from '../backends.ts'

// Replaces ../backends.ts on a revision without `src/numerics/backends.ts`: only wasm with one
// thread.

export function backendChoices(): BackendChoice[] {
  return [
    {
      name: 'wasm',
      threads: 1,
      kernels: kernelsDigest(),
      create: (mebibytes) => createWasmBackend('f32', { mebibytes }),
    },
  ]
}

export const choicesOfOneThread = backendChoices

/** Such a backend has no threads that must be closed. */
export function subjectOf(
  { name, threads, kernels, create }: BackendChoice,
  mebibytes: number,
  work: (backend: Backend) => Pick<InProcessSubject, 'run' | 'departure'>,
): InProcessSubject {
  return { name, backend: name, threads, kernels, ...work(create(mebibytes)) }
}
