import type { Backend, BackendName } from '../src/numerics/backend.ts'
import { builtBackends, createBackend, kernelsDigest } from '../src/numerics/backends.ts'
import type { InProcess, Subject } from './benchmark.ts'

/** A backend with a number of threads. A benchmark makes one subject of each. */
export interface BackendChoice {
  readonly name: BackendName
  readonly threads: number
  /** sha256 of its compiled kernels. */
  readonly kernels: string
  /** Creates the backend, in float32. */
  create(mebibytes: number): Backend
}

const threadCounts = [1, 2]

/** The backends that are built on this machine, each with one thread and with two. */
export function backendChoices(): BackendChoice[] {
  return builtBackends()
    .filter((name) => name !== 'reference')
    .flatMap((name) =>
      threadCounts.map((threads) => ({
        name,
        threads,
        kernels: kernelsDigest(name),
        create: (mebibytes: number) => createBackend(name, 'f32', { mebibytes, threads }),
      })),
    )
}

/** Each backend once, for work that does not use the backend's threads. */
export const choicesOfOneThread = () => backendChoices().filter(({ threads }) => threads === 1)

export type InProcessSubject = InProcess & Subject

/** A subject on a backend of its own, which lives as long as the benchmark. */
export function subjectOf(
  { name, threads, kernels, create }: BackendChoice,
  mebibytes: number,
  work: (backend: Backend) => Pick<InProcessSubject, 'run' | 'departure'>,
): InProcessSubject {
  const backend = create(mebibytes)
  return {
    name,
    backend: name,
    threads,
    kernels,
    ...work(backend),
    close: () => backend.close(),
  }
}
