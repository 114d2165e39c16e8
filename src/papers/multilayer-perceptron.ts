import type { Initialiser } from '../nn/initialisers.ts'
import type { Layer } from '../nn/layer.ts'
import { dense } from '../nn/layers/dense.ts'

export interface PerceptronShape {
  readonly inputs: number
  readonly hidden: readonly number[]
  readonly classes: number
  readonly hiddenInit: Initialiser
  readonly outputInit: Initialiser
  /** The nonlinearity after each hidden layer, given its width. */
  readonly activation: (width: number) => Layer
}

/** inputs - hidden … - classes: dense layers with one nonlinearity between each two. */
export function multilayerPerceptron(shape: PerceptronShape): Layer[] {
  const { inputs, hidden, classes, hiddenInit, outputInit, activation } = shape
  const body = hidden.flatMap((width, i) => [
    dense(i === 0 ? inputs : hidden[i - 1], width, hiddenInit),
    activation(width),
  ])
  return [...body, dense(hidden[hidden.length - 1], classes, outputInit)]
}
