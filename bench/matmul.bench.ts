import type { Real } from '../src/numerics/backend.ts'
import { createReferenceBackend } from '../src/numerics/reference/index.ts'
import { namedStream } from '../src/numerics/stream.ts'
import { type BackendChoice, backendChoices, subjectOf } from './backends.ts'
import type { Benchmark, Prepared, Suite } from './benchmark.ts'
import { departureOfCalls, firstDeparture } from './departure.ts'
import { javascriptMatmul } from './javascript-matmul.ts'
import { type Peers, peersHere } from './peers/installed.ts'

/** C is m x n, the sums have k terms; TN reads A transposed, as the gradient of weights does. */
export interface MatmulShape {
  readonly m: number
  readonly k: number
  readonly n: number
  readonly form: 'NN' | 'TN'
}

/** Layers of the papers' nets, and a large square for comparison with other libraries. */
const shapes: readonly MatmulShape[] = [
  { m: 128, k: 784, n: 800, form: 'NN' },
  { m: 128, k: 800, n: 800, form: 'NN' },
  { m: 800, k: 128, n: 800, form: 'TN' },
  { m: 128, k: 512, n: 256, form: 'NN' },
  { m: 128, k: 50, n: 50, form: 'NN' },
  { m: 64, k: 784, n: 400, form: 'NN' },
  { m: 1024, k: 1024, n: 1024, form: 'NN' },
]

/**
 * The most multiply-adds for which the scalar reference is timed. Above, one call of it would take
 * too long for a round.
 */
const largestForReference = 50e6

/**
 * The definition is evaluated for at most this many rows of C, spread from the first to the last.
 * All rows are compared with the peer, which must agree with the definition in those rows.
 */
const checkedRows = 16

/** A matrix product on this backend; the backend's own memory keeps the operands. */
export function matmulBenchmark(
  shape: MatmulShape,
  choices: readonly BackendChoice[] = backendChoices(),
  peers: Peers = peersHere,
): Benchmark {
  const { m, k, n, form } = shape
  const name = `matmul/${m}x${k}x${n} ${form}`
  const operations = 2 * m * k * n
  return {
    name,
    operations,
    prepare() {
      const { subjects, peers: always } = prepare(
        name,
        shape,
        choices,
        operations <= largestForReference,
      )
      return { subjects, peers: [...always, ...peers({ kind: 'matmul', settings: shape })] }
    },
  }
}

function prepare(
  name: string,
  { m, k, n, form }: MatmulShape,
  choices: readonly BackendChoice[],
  withReference: boolean,
): Prepared {
  const [aRow, aColumn] = form === 'TN' ? [1, m] : [k, 1]
  const definition = createReferenceBackend('f32')
  const [a, b] = [m * k, k * n].map((length) => new Float32Array(length))
  definition.fillUniform(a, namedStream(`bench/${name}/a`).state, -1, 1, m * k)
  definition.fillUniform(b, namedStream(`bench/${name}/b`).state, -1, 1, k * n)
  const define = (c: Real, from: number, rows: number) =>
    definition.matmul(c, a.subarray(from * aRow), b, false, aRow, aColumn, n, 1, rows, n, k)

  const javascriptC = new Float32Array(m * n)
  const panel = new Float32Array(4 * k)
  const javascript = {
    name: 'plain JavaScript',
    run: () => javascriptMatmul(javascriptC, a, b, panel, aRow, aColumn, m, n, k),
  }
  const referenceC = new Float32Array(m * n)
  const reference = { name: 'reference', run: () => define(referenceC, 0, m) }

  javascript.run()
  const checked = spreadRows(m).map((i) => {
    const row = new Float32Array(n)
    define(row, i, 1)
    return { i, row }
  })
  const departureOf = (answer: Real): string | null => {
    for (const { i, row } of checked) {
      const found = firstDeparture(`row ${i}`, answer.subarray(i * n, (i + 1) * n), row)
      if (found !== null) return found
    }
    return null
  }
  const departureOfPeer = departureOf(javascriptC)
  if (departureOfPeer !== null)
    throw new Error(`The product in plain JavaScript is wrong: ${departureOfPeer}`)

  const subjects = choices.map((choice) =>
    subjectOf(choice, 64, (backend) => {
      const [c, ourA, ourB] = [m * n, m * k, k * n].map((length) => backend.reals(length))
      ourA.set(a)
      ourB.set(b)
      const run = () => backend.matmul(c, ourA, ourB, false, aRow, aColumn, n, 1, m, n, k)
      const departure = () =>
        departureOfCalls(() => {
          c.fill(Number.NaN)
          run()
          return departureOf(c) ?? firstDeparture('the product', c, javascriptC)
        })
      return { run, departure }
    }),
  )
  return { subjects, peers: withReference ? [javascript, reference] : [javascript] }
}

function spreadRows(m: number): number[] {
  const count = Math.min(m, checkedRows)
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.floor((i * (m - 1)) / (count - 1)),
  )
}

export const matmulSuite: Suite = {
  name: 'matmul',
  about: 'm x k x n, float32: C (m x n) = A B; TN reads A transposed',
  benchmarks: shapes.map((shape) => matmulBenchmark(shape)),
}
