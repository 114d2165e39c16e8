import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'
import type { Elsewhere } from '../benchmark.ts'
import { spread } from '../spread.ts'
import type { Work } from './work.ts'

/** The part of tfjs that a product needs. */
interface Tensor {
  dispose(): void
}
interface Tensorflow {
  readonly version_core: string
  setBackend(name: string): Promise<boolean>
  ready(): Promise<void>
  randomUniform(shape: number[], low: number, high: number, dtype: 'float32'): Tensor
  matMul(a: Tensor, b: Tensor, transposeA: boolean): Tensor
}

const packages = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm']

/** tfjs with its wasm backend. It is not a dependency; undefined where it is not installed. */
export function installedTensorflow(): Tensorflow | undefined {
  const require = createRequire(import.meta.url)
  try {
    for (const name of packages) require.resolve(name)
  } catch {
    return undefined
  }
  const [core] = packages.map((name) => require(name))
  return core
}

/** tfjs multiplies in this process. Each product is a new tensor, which is released at once. */
export function tensorflowPeer(tf: Tensorflow): (work: Work) => Elsewhere | undefined {
  return ({ kind, settings }) => {
    if (kind !== 'matmul') return undefined
    const { m, k, n, form } = settings
    let operands: [Tensor, Tensor] | undefined
    return {
      name: 'tfjs-wasm',
      async time(milliseconds) {
        if (!operands) {
          await tf.setBackend('wasm')
          await tf.ready()
          operands = [
            tf.randomUniform(form === 'TN' ? [k, m] : [m, k], -1, 1, 'float32'),
            tf.randomUniform([k, n], -1, 1, 'float32'),
          ]
        }
        const [a, b] = operands
        const samples: number[] = []
        const end = performance.now() + milliseconds
        do {
          const start = performance.now()
          tf.matMul(a, b, form === 'TN').dispose()
          samples.push(performance.now() - start)
        } while (performance.now() < end)
        const { median, low } = spread(samples)
        return { median, best: low, calls: samples.length }
      },
    }
  }
}
