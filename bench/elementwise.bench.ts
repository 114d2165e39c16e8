import type { Backend } from '../src/numerics/backend.ts'
import { createReferenceBackend } from '../src/numerics/reference/index.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { type BackendChoice, backendChoices, subjectOf } from './backends.ts'
import type { Benchmark, Suite } from './benchmark.ts'
import { departureOfCalls, firstDeparture } from './departure.ts'
import { type ElementwiseKernel, elementwiseKernels } from './elementwise-kernels.ts'
import { type Peers, peersHere } from './peers/installed.ts'

const bytesOfNumber = 4

/**
 * The kernel, and beside it a copy of as many bytes as the kernel reads and writes, at the speed of
 * memory.
 */
export function elementwiseBenchmark(
  kernel: ElementwiseKernel,
  choices: readonly BackendChoice[] = backendChoices(),
  peers: Peers = peersHere,
): Benchmark {
  const name = `elementwise/${kernel.name}`
  const { elements } = kernel
  const bytes = elements * bytesOfNumber * (kernel.reads + kernel.writes)

  const on = (b: Backend) => {
    const stream = namedStream(`bench/${name}`)
    return kernel.on(b, (length) => {
      const x = b.reals(length)
      b.fillUniform(x, stream.state, -1, 1, length)
      return x
    })
  }
  const prepare = () => {
    const definition = on(createReferenceBackend('f32'))
    definition.run()
    const byDefinition = definition.outputs()
    const subjects = choices.map((choice) =>
      subjectOf(choice, 64, (backend) => {
        const { run, outputs } = on(backend)
        const start = outputs().map((output) => output.slice())
        const departureOfCall = () => {
          for (const [i, output] of outputs().entries()) output.set(start[i])
          run()
          const departures = outputs().map((output, i) =>
            firstDeparture(`output ${i + 1}`, output, byDefinition[i]),
          )
          return departures.find((departure) => departure !== null) ?? null
        }
        return { run, departure: () => departureOfCalls(departureOfCall) }
      }),
    )
    return { subjects, peers: [copyOf(bytes), ...(kernel.work ? peers(kernel.work) : [])] }
  }
  return { name, elements, bytes, prepare }
}

function copyOf(bytes: number) {
  const [from, to] = [0, 1].map(() => new Uint8Array(bytes / 2).fill(1))
  return { name: 'a copy', run: () => to.set(from) }
}

export const elementwiseSuite: Suite = {
  name: 'elementwise',
  about:
    'float32, at the sizes of the headline nets; GB/s counts each number read or written once, and the copy moves as many',
  benchmarks: elementwiseKernels.map((kernel) => elementwiseBenchmark(kernel)),
}
