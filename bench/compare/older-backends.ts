import { createWasmBackend, kernelsDigest } from '../../src/numerics/wasm/index.ts'
import type { BackendChoice } from '../backends.ts'
import type { Subject } from '../benchmark.ts'

// Stands in for ../backends.ts over a revision from before `src/numerics/backends.ts`: wasm, one thread.

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

export function subjectOf(
  { name, threads, kernels, create }: BackendChoice,
  mebibytes: number,
  work: (backend: ReturnType<BackendChoice['create']>) => Pick<Subject, 'run' | 'departure'>,
): Subject {
  return { name, backend: name, threads, kernels, ...work(create(mebibytes)) }
}
