import type { Backend, Real } from '../src/numerics/backend.ts'
import type { Config } from '../src/papers/paper.ts'
import { headlineSizes } from './headline-sizes.ts'
import type { Work } from './peers/work.ts'

// Written out, and not from the table of kernels nor from the papers: these benchmarks also run over older
// revisions (./compare), in which there is no such table, and whose papers are declared in another way.

type Slug = keyof typeof headlineSizes

/** A kernel that reads and writes its arrays once, so that memory may limit its speed. */
export interface ElementwiseKernel {
  /** "<kernel> <size>" */
  readonly name: string
  readonly elements: number
  /** How many numbers of 4 bytes are read, and written, for each element. */
  readonly reads: number
  readonly writes: number
  /** The same work for peers outside this project. */
  readonly work?: Work
  /** Prepares the kernel. `outputs` gives everything that a call changes or returns. */
  on(b: Backend, inputs: (length: number) => Real): { run(): void; outputs(): readonly Real[] }
}

/** y = f(x) on the outputs of a hidden layer for a batch. */
function activation(kernel: 'exp' | 'tanh' | 'sigmoid' | 'relu', slug: Slug): ElementwiseKernel {
  const { batchSize: rows, width } = headlineSizes[slug]
  const length = rows * width
  return {
    name: `${kernel} ${rows}x${width}`,
    elements: length,
    reads: 1,
    writes: 1,
    work: { kind: 'elementwise', settings: { kernel, length } },
    on(b, inputs) {
      const [x, y] = [inputs(length), b.reals(length)]
      return { run: () => b[kernel](y, x, length), outputs: () => [y] }
    },
  }
}

/**
 * An update of all parameters of a paper. `states` is how many arrays of state the optimiser keeps;
 * peers find the rule in `config`.
 */
function update(
  name: string,
  slug: Slug,
  states: number,
  config: Config,
  step: (b: Backend, w: Real, states: readonly Real[], g: Real, length: number) => void,
): ElementwiseKernel {
  const length = headlineSizes[slug].parameters
  return {
    name: `${name} ${length}`,
    elements: length,
    reads: 2 + states,
    writes: 1 + states,
    work: { kind: 'optimiser', settings: { config, length } },
    on(b, inputs) {
      const [w, g] = [inputs(length), inputs(length)]
      const kept = Array.from({ length: states }, () => b.reals(length))
      return { run: () => step(b, w, kept, g, length), outputs: () => [w, ...kept] }
    },
  }
}

/**
 * Small enough that weights keep a size at which float32 can represent each step, during a whole
 * benchmark.
 */
const learningRate = 1e-6
const momentum = 0.9
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8]
const momentumRule = (optimiser: string): Config => ({ optimiser, momentum })

function softmaxCrossEntropy(): ElementwiseKernel {
  const [rows, classes] = [128, 10]
  return {
    name: `softmax cross-entropy ${rows}x${classes}`,
    elements: rows * classes,
    reads: 1,
    writes: 1,
    work: { kind: 'softmax cross-entropy', settings: { rows, classes } },
    on(b, inputs) {
      const [logits, dlogits] = [inputs(rows * classes), b.reals(rows * classes)]
      const [losses, labels] = [b.doubles(rows), b.indices(rows)]
      const active = b.bytes(classes).fill(1)
      for (let row = 0; row < rows; row++) labels[row] = row % classes
      return {
        run: () => b.softmaxCrossEntropy(dlogits, losses, logits, labels, active, rows, classes),
        outputs: () => [dlogits, losses],
      }
    },
  }
}

function squaredNorm(slug: Slug): ElementwiseKernel {
  const length = headlineSizes[slug].parameters
  return {
    name: `squared norm ${length}`,
    elements: length,
    reads: 1,
    writes: 0,
    work: { kind: 'elementwise', settings: { kernel: 'squaredNorm', length } },
    on(b, inputs) {
      const x = inputs(length)
      const norm = new Float64Array(1)
      return {
        run() {
          norm[0] = b.squaredNorm(x, length)
        },
        outputs: () => [norm],
      }
    },
  }
}

/** Activations, losses and updates of the papers' nets. */
export const elementwiseKernels: readonly ElementwiseKernel[] = [
  activation('exp', 'mnist-deep-mlp'),
  activation('tanh', 'mnist-deep-mlp'),
  activation('tanh', 'highway-networks'),
  activation('sigmoid', 'highway-networks'),
  activation('relu', 'mcdnn-image-bench'),
  update('nesterov', 'mnist-deep-mlp', 1, momentumRule('nesterov'), (b, w, [v], g, length) =>
    b.nesterov(w, v, g, learningRate, momentum, length),
  ),
  update(
    'nesterov, rate in velocity,',
    'mcdnn-image-bench',
    1,
    momentumRule('nesterov-rate-in-velocity'),
    (b, w, [v], g, length) => b.nesterovRateInVelocity(w, v, g, learningRate, momentum, length),
  ),
  update(
    'heavy-ball',
    'compete-to-compute',
    1,
    momentumRule('heavy-ball'),
    (b, w, [v], g, length) => b.heavyBall(w, v, g, learningRate, momentum, length),
  ),
  update('adam', 'highway-networks', 2, { beta1, beta2, epsilon }, (b, w, [m, v], g, length) =>
    b.adam(w, m, v, g, learningRate, beta1, beta2, epsilon, 1 - beta1, 1 - beta2, length),
  ),
  softmaxCrossEntropy(),
  squaredNorm('mcdnn-image-bench'),
]
