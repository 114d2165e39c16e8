import { glorotUniform } from '../../nn/initialisers.ts'
import type { Layer } from '../../nn/layer.ts'
import { tanh } from '../../nn/layers/tanh.ts'
import { multilayerPerceptron } from '../multilayer-perceptron.ts'

/** A plain deep net: fully connected tanh layers, then softmax. No convolution, no pre-training. */
export function deepMlp(inputs: number, hidden: readonly number[], classes: number): Layer[] {
  return multilayerPerceptron({
    inputs,
    hidden,
    classes,
    hiddenInit: glorotUniform,
    outputInit: glorotUniform,
    activation: tanh,
  })
}
