import { imageBatches, inOrder } from '../src/data/batches.ts'
import { deformation } from '../src/data/deformation.ts'
import { unitPixels } from '../src/data/pixels.ts'
import { drawStrokes } from '../src/data/strokes/strokes.ts'
import type { Backend } from '../src/numerics/backend.ts'
import { createReferenceBackend } from '../src/numerics/reference/index.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { configSchema } from '../src/papers/mnist-deep-mlp/config.ts'
import { mnistDeepMlp } from '../src/papers/mnist-deep-mlp/index.ts'
import { type BackendChoice, backendChoices, subjectOf } from './backends.ts'
import type { Benchmark, Suite } from './benchmark.ts'
import { departureOfCalls, firstDeparture } from './departure.ts'
import { type Peers, peersHere } from './peers/installed.ts'
import { headlineConfig } from './step-recipes.ts'

/** The deformation of a batch: random numbers, the smoothing of both fields and the warp. */
export function deformationBenchmark(
  choices: readonly BackendChoice[] = backendChoices(),
  peers: Peers = peersHere,
): Benchmark {
  const config = configSchema.parse(headlineConfig(mnistDeepMlp, 'deformed'))
  const { batchSize } = config
  const side = 28
  const name = `deformation/batch of ${batchSize}`

  function bender(b: Backend) {
    const { train } = drawStrokes({ train: batchSize, test: 0 })
    const source = imageBatches(b, train, unitPixels, batchSize)
    const [straight, bent] = [0, 1].map(() => b.reals(batchSize * source.inputs))
    source.load(straight, b.indices(batchSize), inOrder(batchSize), 0, batchSize)
    const stream = namedStream(`bench/${name}`)
    const deform = deformation(b, config, batchSize, train.side, stream)
    return { bent, stream, run: () => deform(bent, straight, batchSize) }
  }

  return {
    name,
    images: batchSize,
    prepare() {
      const definition = { name: 'reference', ...bender(createReferenceBackend('f32')) }
      definition.run()
      const byDefinition = definition.bent.slice()
      const subjects = choices.map((choice) =>
        subjectOf(choice, 64, (b) => {
          const { bent, stream, run } = bender(b)
          const start = { ...stream.state }
          const departureOfCall = () => {
            Object.assign(stream.state, start)
            bent.fill(Number.NaN)
            run()
            return firstDeparture('a bent pixel', bent, byDefinition)
          }
          return { run, departure: () => departureOfCalls(departureOfCall) }
        }),
      )
      const settings = { config, rows: batchSize, side }
      return { subjects, peers: [definition, ...peers({ kind: 'deformation', settings })] }
    },
  }
}

export const deformationSuite: Suite = {
  name: 'deformation',
  about: 'affine and elastic, headline settings of mnist-deep-mlp, float32',
  benchmarks: [deformationBenchmark()],
}
