import type { BackendName } from '../../src/numerics/backend.ts'
import { nativeAddon } from '../../src/numerics/native/index.ts'
import type { InProcess } from '../benchmark.ts'
import { instantiatePeak, operationsOfTurn } from './module.ts'

/** A loop on one thread that only multiplies and adds in registers. */
export interface Peak extends InProcess {
  readonly backend: BackendName
  /** Floating-point operations of one run. */
  readonly operations: number
}

/** One run takes about a tenth of a millisecond. */
const turns = 50_000

/**
 * The speed of one thread of a backend without access to memory: separate multiplications and
 * additions, as in the definition of the bits, at the backend's vector width. Undefined where the
 * backend has no such loop.
 */
export function peakOf(backend: BackendName): Peak | undefined {
  if (backend === 'reference') return undefined
  return backend === 'native' ? nativePeak() : wasmPeak()
}

function wasmPeak(): Peak {
  const loop = instantiatePeak()
  return {
    backend: 'wasm',
    name: 'peak of wasm',
    operations: turns * operationsOfTurn,
    run: () => loop(turns, 1),
  }
}

function nativePeak(): Peak {
  const { peak } = nativeAddon()
  return {
    backend: 'native',
    name: 'peak of native',
    operations: peak(turns),
    run: () => peak(turns),
  }
}
