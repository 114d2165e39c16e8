import { glorotUniform, heNormal } from '../../nn/initialisers.ts'
import type { Layer } from '../../nn/layer.ts'
import { relu } from '../../nn/layers/relu.ts'
import { multilayerPerceptron } from '../multilayer-perceptron.ts'

/** One column: a fully connected ReLU net, standing in for the paper's convolutional one. */
export function column(inputs: number, hidden: readonly number[], classes: number): Layer[] {
  return multilayerPerceptron({
    inputs,
    hidden,
    classes,
    hiddenInit: heNormal,
    outputInit: glorotUniform,
    activation: relu,
  })
}
