import type { Backend, BackendName } from '../src/numerics/backend.ts'
import { createWasmBackend, kernelsDigest } from '../src/numerics/wasm/index.ts'
import type { Subject } from './benchmark.ts'

/** A backend with a number of threads: what a benchmark makes a subject of. */
export interface BackendChoice {
  readonly name: BackendName
  readonly threads: number
  /** sha256 of its compiled kernels. */
  readonly kernels: string
  /** In float32. */
  create(mebibytes: number): Backend
}

/** The backends that are built here, each with one thread and with two: all subjects there are. */
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

/** A subject on a backend of its own, which lives as long as the benchmark. */
export function subjectOf(
  { name, threads, kernels, create }: BackendChoice,
  mebibytes: number,
  work: (backend: Backend) => Pick<Subject, 'run' | 'departure'>,
): Subject {
  return { name, backend: name, threads, kernels, ...work(create(mebibytes)) }
}
