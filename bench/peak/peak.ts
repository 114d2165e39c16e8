import type { BackendName } from '../../src/numerics/backend.ts'
import { nativeAddon } from '../../src/numerics/native/index.ts'
import type { InProcess } from '../benchmark.ts'
import { instantiatePeak, operationsOfTurn } from './module.ts'

/** A loop that multiplies and adds in registers and does nothing else, on one thread. */
export interface Peak extends InProcess {
  readonly backend: BackendName
  /** Floating-point operations of one run. */
  readonly operations: number
}

/** A run takes a tenth of a millisecond or so. */
const turns = 50_000

/**
 * What one thread of a backend could do if it never touched memory: separate multiplications and
 * additions, as the definition of the bits has them, at the backend's vector width. Undefined where
 * the backend has no such loop.
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
